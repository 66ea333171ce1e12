import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { m } from '~/paraglide/messages';
import { wordsOfInstrument } from './instrument-words.server';
import { lockResponse } from './lock-response.server';
import { answeredAtOf, carriedBetween } from './read-carried.server';
import { readResponses } from './read-response.server';

export type CarriedOver =
  | { kind: 'carried'; answers: number }
  | { kind: 'refused'; code: 'unknown-assessment' | 'not-open' | 'not-same-supplier' };

/**
 * Writes the chosen answers that another response of the same supplier carries. What was answered meanwhile stays as it is, so that doing it twice changes
 * nothing. Each keeps the day of the answer it follows from and names it in its note; evidence stays where it was checked.
 */
export async function carryOver(
  db: TenantDb,
  options: { responseId: string; fromId: string; questions: readonly string[]; userId: string },
): Promise<CarriedOver> {
  await lockResponse(db, options.responseId);
  const read = await readResponses(db, [options.responseId, options.fromId]);
  const to = read.find(({ id }) => id === options.responseId);
  const from = read.find(({ id }) => id === options.fromId && id !== options.responseId);
  // What a supplier shares is not copied: it may take it back.
  if (to?.sharing !== 'own' || from?.sharing !== 'own') return { kind: 'refused', code: 'unknown-assessment' };
  if (to.status !== 'open') return { kind: 'refused', code: 'not-open' };
  if (to.partyId !== from.partyId) return { kind: 'refused', code: 'not-same-supplier' };
  const chosen = new Set(options.questions);
  const carried = carriedBetween(from, to).filter(({ question }) => chosen.has(question));
  if (carried.length === 0) return { kind: 'carried', answers: 0 };
  const title = wordsOfInstrument(from.instrumentKey)?.title ?? from.instrumentKey;
  await db.answer.createMany({
    data: carried.map((each) => ({
      responseId: to.id,
      question: each.question,
      value: each.value,
      note: m.carry_over_note({ title, questions: each.sources.map(({ question }) => question).join(', ') }),
      answeredById: options.userId,
      answeredAt: answeredAtOf(each, from),
    })),
    skipDuplicates: true,
  });
  await recordActivity(db, {
    recordKind: 'response',
    recordId: to.id,
    act: 'answer',
    userId: options.userId,
    before: {},
    after: Object.fromEntries(carried.map(({ question, value }) => [question, value])),
  });
  return { kind: 'carried', answers: carried.length };
}
