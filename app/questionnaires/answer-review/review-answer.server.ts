import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { lockResponse } from '~/questionnaires/responses/lock-response.server';
import { type ResponseRead, readResponse } from '~/questionnaires/responses/read-response.server';

export type Reviewed = { kind: 'reviewed' } | { kind: 'refused'; code: 'unknown-assessment' | 'not-submitted' | 'unknown-question' };
type Who = { responseId: string; userId: string; now: Date };

/** The submitted response with one of its answers, locked until the transaction ends; else why not. */
export async function readToReview(db: TenantDb, options: { responseId: string; question: string }) {
  await lockResponse(db, options.responseId);
  const response = await readResponse(db, options.responseId);
  if (!response) return { kind: 'refused', code: 'unknown-assessment' } as const;
  if (response.status !== 'submitted') return { kind: 'refused', code: 'not-submitted' } as const;
  const answer = response.answers.get(options.question);
  if (!answer) return { kind: 'refused', code: 'unknown-question' } as const;
  return { kind: 'found', response, answer } as const;
}

/** What is kept of the answer that was looked at. */
export function reviewedAnswer(answer: ResponseRead['answers'] extends Map<string, infer Answer> ? Answer : never) {
  return { value: JSON.parse(JSON.stringify(answer.value ?? answer.gathered ?? answer.shares)), answeredAt: answer.answeredAt };
}

/**
 * Says of one submitted answer that it is accepted, or questions it with a comment that the supplier will read once all are sent back. A correction of its
 * grade stays.
 */
export async function reviewAnswer(
  db: TenantDb,
  options: Who & { question: string; outcome: 'accepted' | 'questioned'; comment: string },
): Promise<Reviewed> {
  const { responseId, question, outcome, comment, userId, now } = options;
  const found = await readToReview(db, options);
  if (found.kind === 'refused') return found;
  const answer = reviewedAnswer(found.answer);
  const where = { responseId, question };
  const before = await db.answerReview.findFirst({ where, select: { outcome: true, comment: true, answeredAt: true } });
  // What was made of an earlier answer ends with it, its grade too.
  if (before && before.answeredAt.getTime() !== answer.answeredAt.getTime()) await db.answerReview.deleteMany({ where });
  const data = { outcome, comment: outcome === 'questioned' ? comment : '', reviewedById: userId, reviewedAt: now, sentBackAt: null };
  const { count } = await db.answerReview.updateMany({ where, data });
  if (count === 0) await db.answerReview.createMany({ data: [{ ...where, ...answer, ...data }] });
  await recordActivity(db, {
    recordKind: 'response',
    recordId: responseId,
    act: outcome === 'accepted' ? 'accept-answer' : 'question-answer',
    userId,
    before: { [question]: before?.outcome ?? null },
    after: { [question]: outcome, ...(comment ? { comment } : {}) },
  });
  return { kind: 'reviewed' };
}

/** Removes a review; a correction of the evidence grade stays. */
export async function clearReview(db: TenantDb, options: Who & { question: string }): Promise<Reviewed> {
  const { responseId, question, userId } = options;
  const found = await readToReview(db, options);
  if (found.kind === 'refused') return found;
  const where = { responseId, question, outcome: { not: null } };
  const before = await db.answerReview.findFirst({ where, select: { outcome: true } });
  if (!before) return { kind: 'reviewed' };
  await db.answerReview.deleteMany({ where: { ...where, grade: null } });
  await db.answerReview.updateMany({ where, data: { outcome: null, comment: '' } });
  const act = { recordKind: 'response', recordId: responseId, act: 'clear-review', userId };
  await recordActivity(db, { ...act, before: { [question]: before.outcome }, after: {} });
  return { kind: 'reviewed' };
}
