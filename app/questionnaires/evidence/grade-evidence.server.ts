import type { EvidenceGrade } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

/**
 * Grades a piece of evidence. Respondents never grade: the route requires `grade:evidence`. Returns its question and the party whose score changes, or null.
 */
export async function gradeEvidence(
  db: TenantDb,
  options: { responseId: string; evidenceId: string; grade: EvidenceGrade; userId: string; now: Date },
): Promise<{ question: string; partyId: string; isScored: boolean } | null> {
  const evidence = await db.evidence.findFirst({
    where: { id: options.evidenceId, responseId: options.responseId, removedAt: null },
    select: { grade: true, question: true, response: { select: { partyId: true, status: true } } },
  });
  if (!evidence) return null;
  await db.evidence.updateMany({
    where: { id: options.evidenceId },
    data: { grade: options.grade, gradedById: options.userId, gradedAt: options.now },
  });
  await recordActivity(db, {
    recordKind: 'response',
    recordId: options.responseId,
    act: 'grade-evidence',
    userId: options.userId,
    before: { question: evidence.question, grade: evidence.grade },
    after: { question: evidence.question, grade: options.grade },
  });
  return { question: evidence.question, partyId: evidence.response.partyId, isScored: evidence.response.status !== 'open' };
}
