import { questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { readToWrite, writeAnswer } from '~/questionnaires/responses/answer-question.server';
import { readAssessment } from '~/questionnaires/responses/read-assessment.server';
import { unansweredIn } from '~/questionnaires/responses/submit-assessment.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { findTransaction } from './find-transaction.server';

export type RestMarked = { kind: 'marked'; items: number } | { kind: 'unknown' } | { kind: 'refused'; code: 'not-open' };

/** Answers every review item that nobody looked at with *not assessed*: it is said of each, and is never counted as met. */
export async function markRestNotAssessed(
  db: TenantDb,
  options: { transactionId: string; which: 'equator' | 'ps2'; userId: string; now: Date },
): Promise<RestMarked> {
  const { userId, now } = options;
  const found = await findTransaction(db, options.transactionId);
  const assessmentId = options.which === 'equator' ? found?.equatorId : found?.ps2Id;
  if (!assessmentId) return { kind: 'unknown' };
  const assessment = await readAssessment(db, assessmentId);
  if (assessment?.status !== 'open') return { kind: 'refused', code: 'not-open' };
  const reviewed = new Set(
    questionsOf(instrument(assessment.instrumentKey))
      .filter(({ type }) => type === 'REVIEW')
      .map(({ key }) => key),
  );
  const rest = unansweredIn(assessment).filter((key) => reviewed.has(key));
  const review = await readToWrite(db, assessmentId);
  if (!review) return { kind: 'unknown' };
  for (const question of rest) await writeAnswer(db, review, { question, value: 'not-assessed', userId, now });
  return { kind: 'marked', items: rest.length };
}
