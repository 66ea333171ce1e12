import type { TenantDb } from '~/access/tenant-db.server';
import { lockResponse } from './lock-response.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { type Shown, type Stored, storeAnswer } from './store-answer.server';
import { withheldQuestions } from './withheld-questions.server';

export type Answered = Stored | { kind: 'refused'; code: 'unknown-assessment' | 'not-open' | 'supplier-answers' | 'sensitive-case' };

/** What is asked of an assessment before an answer is written into it. */
const toWrite = {
  id: true,
  status: true,
  instrumentKey: true,
  attached: { select: { responseId: true } },
  request: { select: { responseId: true } },
  party: {
    select: { kind: true, supplier: { select: { country: true, workers: true, migrantShare: true, agencyShare: true } } },
  },
} as const;
export type ToWrite = NonNullable<Awaited<ReturnType<typeof readToWrite>>>;
type Given = { question: string; value: unknown; note?: string; userId: string; now: Date; shown?: Shown | null };

/** An assessment as far as writing answers asks, locked until the transaction ends; null when there is none of this id. Two queries. */
export async function readToWrite(db: TenantDb, responseId: string) {
  if (!(await lockResponse(db, responseId))) return null;
  return db.questionnaireResponse.findFirst({ where: { id: responseId, status: { not: 'recording' } }, select: toWrite });
}

/**
 * Saves one answer of a member; `value` null clears it. The value is checked against the question's scale (questionnaire version of the assessment).
 * A question of type FACT takes an object of shares in percent. What a supplier was asked to answer itself is not answered for it.
 */
export async function answerQuestion(db: TenantDb, options: Given & { responseId: string }): Promise<Answered> {
  const assessment = await readToWrite(db, options.responseId);
  return assessment ? writeAnswer(db, assessment, options) : { kind: 'refused', code: 'unknown-assessment' };
}

/** The same into an assessment that was read and locked in this transaction. */
export async function writeAnswer(db: TenantDb, assessment: ToWrite, options: Given): Promise<Answered> {
  if (assessment.request || assessment.attached || assessment.party.kind === 'buyer') return { kind: 'refused', code: 'supplier-answers' };
  if (assessment.status !== 'open') return { kind: 'refused', code: 'not-open' };
  await knowInstruments(db, [assessment.instrumentKey]);
  if (withheldQuestions(assessment.instrumentKey).has(options.question)) return { kind: 'refused', code: 'sensitive-case' };
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
