import type { TenantDb } from '~/access/tenant-db.server';
import type { FindingFields } from '~/findings/findings/fields';
import { type FindingRead, readFinding } from '~/findings/findings/read-finding.server';
import { amendFinding } from '~/findings/findings/record-finding.server';
import { auditStory, idOfQuestion } from './audit-story';

/** The auditor marks which ILO indicators the approved findings show, as on the page of a finding. Retained passports beside recruitment debt trigger O6. */
export async function markIndicators(db: TenantDb, options: { auditId: string; userId: string; now: Date }): Promise<void> {
  const { auditId, userId, now } = options;
  const findings = await db.finding.findMany({ where: { auditId }, select: { id: true, question: true } });
  for (const { found, indicator } of auditStory) {
    const finding = indicator && (await readFinding(db, idOfQuestion(findings, found.question)));
    if (!finding) continue;
    const amended = await amendFinding(db, { findingId: finding.id, userId, fields: { ...fieldsOf(finding), indicator } });
    if (amended.kind === 'refused') throw new Error(`The demonstration could not mark an indicator: ${amended.problems.join(' ')}`);
    await db.finding.updateMany({ where: { id: finding.id }, data: { amendedAt: now } });
  }
}

/** A finding as its form sends it back unchanged. */
function fieldsOf(finding: FindingRead): FindingFields {
  const { text, grade, evidenceGrade, frequency, people, extent, rootCause, lawReference, lawUrl, codeReference, codeUrl } = finding;
  const { methods, agreement, evidenceIds, evidenceSeen, question, compliancePoint, indicator, isLegalContext, repeatOfId } = finding;
  return {
    ...{ text, grade, evidenceGrade, frequency, people, extent, rootCause, lawReference, lawUrl, codeReference, codeUrl },
    ...{ methods, agreement, evidenceIds, evidenceSeen, question, compliancePoint, indicator, isLegalContext, repeatOfId },
    ...{ fileIds: [], restrictedNote: finding.restrictedNote, dueOn: finding.dueOn?.toISOString().slice(0, 10) ?? null },
  };
}
