import type { TenantDb } from '~/access/tenant-db.server';
import { lockAssessment } from './lock-assessment.server';
import { type Shown, type Stored, storeAnswer } from './store-answer.server';

export type Answered = Stored | { kind: 'refused'; code: 'unknown-assessment' | 'not-open' | 'supplier-answers' };

/**
 * Saves one answer of a member; `value` null clears it. The value is checked against the question's scale (instrument version of the assessment).
 * A question of type FACT takes an object of shares in percent. What a supplier was asked to answer itself is not answered for it.
 */
export async function answerQuestion(
  db: TenantDb,
  options: { assessmentId: string; question: string; value: unknown; note?: string; userId: string; now: Date; shown?: Shown | null },
): Promise<Answered> {
  await lockAssessment(db, options.assessmentId);
  const assessment = await db.assessment.findFirst({
    where: { id: options.assessmentId },
    select: {
      id: true,
      status: true,
      instrumentKey: true,
      party: { select: { kind: true, supplier: { select: { workers: true } } } },
      request: { select: { status: true } },
    },
  });
  if (!assessment) return { kind: 'refused', code: 'unknown-assessment' };
  if (assessment.request || assessment.party.kind === 'buyer') return { kind: 'refused', code: 'supplier-answers' };
  if (assessment.status !== 'open') return { kind: 'refused', code: 'not-open' };
  return storeAnswer(
    db,
    { id: assessment.id, instrumentKey: assessment.instrumentKey, workers: assessment.party.supplier?.workers ?? null },
    {
      question: options.question,
      value: options.value,
      note: options.note,
      by: options.userId,
      userId: options.userId,
      now: options.now,
      shown: options.shown,
    },
  );
}
