import { questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { readToWrite, writeAnswer } from '~/questionnaires/responses/answer-question.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { unansweredIn } from '~/questionnaires/responses/submit-response.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';

export type RestMarked = { kind: 'marked'; items: number } | { kind: 'unknown' } | { kind: 'refused'; code: 'not-open' };

/** Answers every open review item with *not assessed*: shown for each item, and never counted as met. */
export async function markRestNotAssessed(
  db: TenantDb,
  options: { dealId: string; which: 'equator' | 'ps2'; userId: string; now: Date },
): Promise<RestMarked> {
  const { userId, now } = options;
  const found = await findDeal(db, options.dealId);
  const responseId = options.which === 'equator' ? found?.equatorId : found?.ps2Id;
  if (!responseId) return { kind: 'unknown' };
  const response = await readResponse(db, responseId);
  if (response?.status !== 'open') return { kind: 'refused', code: 'not-open' };
  const reviewed = new Set(
    questionsOf(instrument(response.instrumentKey))
      .filter(({ type }) => type === 'REVIEW')
      .map(({ key }) => key),
  );
  const rest = unansweredIn(response).filter((key) => reviewed.has(key));
  const review = await readToWrite(db, responseId);
  if (!review) return { kind: 'unknown' };
  for (const question of rest) await writeAnswer(db, review, { question, value: 'not-assessed', userId, now });
  return { kind: 'marked', items: rest.length };
}
