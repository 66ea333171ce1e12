import type { EvidenceGrade } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivities } from '~/features/activity/record-activity.server';
import type { FoundAudit } from './find-audit.server';
import { readRecord, standing } from './read-record.server';

/** Opens a finding for each that stands in the record. How far it was checked follows from how the audit was announced. Answers how many. */
export async function openFindings(db: TenantDb, audit: FoundAudit, options: { userId: string; now: Date }): Promise<number> {
  const { announcement } = await db.audit.findFirstOrThrow({ where: { id: audit.id }, select: { announcement: true } });
  const evidenceGrade: EvidenceGrade = announcement === 'unannounced' ? 'audit-unannounced' : 'audit-announced';
  const found = [...standing(await readRecord(db, audit), 'finding')];
  await db.finding.createMany({
    data: found.map(([id, { value }]) => ({
      ...{ id, partyId: audit.partyId, assessmentId: audit.assessmentId, openedAt: options.now },
      ...{ question: value.question, grade: value.grade, text: value.what, evidenceGrade },
    })),
  });
  await recordActivities(
    db,
    found.map(([id, { value }]) => ({
      ...{ recordKind: 'finding', recordId: id, act: 'open', userId: options.userId },
      after: { grade: value.grade, question: value.question },
    })),
  );
  return found.length;
}
