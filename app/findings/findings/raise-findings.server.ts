import type { TenantDb } from '~/access/tenant-db.server';
import type { Events } from '~/platform/events/events.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

/** Opens a finding for each red flag of this response that has none yet. The text is the questionnaire's, so no worker is named. Returns how many are new. */
export async function raiseFindings(db: TenantDb, options: Events['response.received']): Promise<number> {
  const existing = await db.finding.findMany({ where: { responseId: options.responseId }, select: { question: true } });
  const known = new Set(existing.map((finding) => finding.question));
  const fresh = options.findings.filter((finding) => !known.has(finding.question));
  for (const finding of fresh) {
    const created = await db.finding.create({
      data: {
        partyId: options.partyId,
        responseId: options.responseId,
        question: finding.question,
        indicator: finding.indicator ?? null,
        grade: finding.grade,
        text: finding.text,
        evidenceGrade: finding.evidenceGrade,
      },
      select: { id: true },
    });
    await recordActivity(db, {
      recordKind: 'finding',
      recordId: created.id,
      act: 'open',
      userId: options.userId,
      after: { grade: finding.grade, question: finding.question },
    });
  }
  return fresh.length;
}
