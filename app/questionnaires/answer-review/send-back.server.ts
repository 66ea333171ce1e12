import { atSupplier } from '~/access/supplier-side.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { reopenResponse } from '~/questionnaires/responses/reopen-response.server';

export type SentBack =
  | { kind: 'sent-back'; count: number }
  | {
      kind: 'refused';
      code: 'nothing-questioned' | 'unknown-assessment' | 'not-submitted' | 'reason-missing' | 'reason-long' | 'of-audit';
    };

/**
 * Gives the questioned answers back with their comments: to the supplier, where it answered itself. What it sends then is a new copy; the one before is
 * kept. `reopen`: how the response is opened again, on both sides of a request.
 */
export async function sendBack(
  db: TenantDb,
  options: { responseId: string; userId: string; now: Date; reason: string; reopen: typeof reopenResponse },
): Promise<SentBack> {
  const { responseId, userId, now, reason } = options;
  const questioned = await db.answerReview.findMany({
    where: { responseId, outcome: 'questioned', sentBackAt: null },
    select: { question: true, comment: true, value: true, answeredAt: true },
  });
  if (questioned.length === 0) return { kind: 'refused', code: 'nothing-questioned' };
  const reopened = await options.reopen(db, { responseId, reason, userId, now });
  if (reopened.kind === 'refused') return reopened;
  await db.answerReview.updateMany({ where: { responseId, outcome: 'questioned', sentBackAt: null }, data: { sentBackAt: now } });
  const questions = questioned.map(({ question }) => question);
  await atSupplier(db, responseId, async (side) => {
    await side.answerReview.deleteMany({ where: { responseId, question: { in: questions } } });
    await side.answerReview.createMany({
      data: questioned.map(({ value, ...row }) => ({
        ...row,
        responseId,
        outcome: 'questioned',
        value: JSON.parse(JSON.stringify(value)),
        reviewedById: userId,
        reviewedAt: now,
        sentBackAt: now,
      })),
    });
  });
  return { kind: 'sent-back', count: questioned.length };
}
