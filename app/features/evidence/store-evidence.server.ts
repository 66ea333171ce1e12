import { instrument, questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/features/activity/record-activity.server';
import { recordFile } from '~/features/stored-file/store-file.server';

export type Stored =
  | { kind: 'stored'; evidenceId: string }
  | { kind: 'refused'; code: 'unknown-assessment' | 'unknown-question' | 'not-open' };

/** Attaches a file, whose bytes lie in the store already, to one question. Its grade is *document uploaded*; only a member's check raises it. */
export async function storeEvidence(
  db: TenantDb,
  options: {
    assessmentId: string;
    question: string;
    userId: string;
    file: { sha256: string; fileName: string; mediaType: string; sizeBytes: number };
  },
): Promise<Stored> {
  const assessment = await db.assessment.findFirst({ where: { id: options.assessmentId }, select: { status: true, instrumentKey: true } });
  if (!assessment) return { kind: 'refused', code: 'unknown-assessment' };
  if (assessment.status !== 'open') return { kind: 'refused', code: 'not-open' };
  if (!questionsOf(instrument(assessment.instrumentKey)).some((question) => question.key === options.question))
    return { kind: 'refused', code: 'unknown-question' };
  const file = await recordFile(db, { ...options.file, userId: options.userId });
  const evidence = await db.evidence.create({
    data: { assessmentId: options.assessmentId, question: options.question, fileId: file.id },
    select: { id: true },
  });
  await recordActivity(db, {
    recordKind: 'assessment',
    recordId: options.assessmentId,
    act: 'attach-evidence',
    userId: options.userId,
    after: { question: options.question, fileName: options.file.fileName, sha256: options.file.sha256 },
  });
  return { kind: 'stored', evidenceId: evidence.id };
}
