import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { publish } from '~/platform/events/events.server';
import { readToReview, reviewedAnswer } from './review-answer.server';
import type { DeskGrade } from './schema';

export type Graded =
  | { kind: 'graded'; before: number | null; after: number | null }
  | { kind: 'refused'; code: 'unknown-assessment' | 'not-submitted' | 'unknown-question' | 'no-document' };

/**
 * Corrects the evidence grade of one answer, with a reason, and scores the supplier again. Returns the score before and after (null: none).
 * A reviewer checks documents: without one an answer is at most self-declared.
 */
export async function gradeAnswer(
  db: TenantDb,
  options: { responseId: string; question: string; grade: DeskGrade; reason: string; userId: string; now: Date },
): Promise<Graded> {
  const { responseId, question, grade, reason, userId, now } = options;
  const found = await readToReview(db, options);
  if (found.kind === 'refused') return found;
  const { response, answer } = found;
  const hasDocument = (response.evidenceOf.get(question) ?? []).length > 0;
  if (!hasDocument && (grade === 'document-uploaded' || grade === 'document-checked')) return { kind: 'refused', code: 'no-document' };
  const { partyId } = response;
  const scoreNow = async () => {
    const supplier = await db.supplier.findFirst({ where: { partyId }, select: { score: true } });
    return supplier?.score === null || supplier?.score === undefined ? null : Number(supplier.score);
  };
  const asOf = now.toISOString().slice(0, 10);
  // What was learned since the last score is not the work of this correction.
  await publish(db, 'score-inputs.changed', { partyIds: [partyId], asOf });
  const before = await scoreNow();
  const where = { responseId, question };
  const looked = reviewedAnswer(answer);
  await db.answerReview.deleteMany({ where: { ...where, answeredAt: { not: looked.answeredAt } } });
  const known = await db.answerReview.findFirst({ where, select: { gradeBefore: true } });
  const data = { grade, reason, gradeBefore: known?.gradeBefore ?? answer.evidenceGrade, reviewedById: userId, reviewedAt: now };
  if (known) await db.answerReview.updateMany({ where, data });
  else await db.answerReview.createMany({ data: [{ ...where, ...looked, ...data }] });
  await publish(db, 'score-inputs.changed', { partyIds: [partyId], asOf });
  const after = await scoreNow();
  await db.answerReview.updateMany({ where, data: { scoreBefore: before, scoreAfter: after } });
  await recordActivity(db, {
    recordKind: 'response',
    recordId: responseId,
    act: 'correct-grade',
    userId,
    before: { [question]: answer.evidenceGrade, score: before },
    after: { [question]: grade, reason, score: after },
  });
  return { kind: 'graded', before, after };
}
