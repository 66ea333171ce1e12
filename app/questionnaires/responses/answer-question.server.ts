import type { TenantDb } from '~/access/tenant-db.server';
import { lockResponse } from './lock-response.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { type Shown, type Stored, storeAnswer } from './store-answer.server';
import { withheldQuestions } from './withheld-questions.server';

export type Answered = Stored | { kind: 'refused'; code: 'unknown-assessment' | 'not-open' | 'supplier-answers' | 'sensitive-case' };

/** What is asked of a response before an answer is written into it. */
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

/** A response as far as writing answers asks, locked until the transaction ends; null when there is none of this id. Two queries. */
export async function readToWrite(db: TenantDb, responseId: string) {
  if (!(await lockResponse(db, responseId))) return null;
  return db.questionnaireResponse.findFirst({ where: { id: responseId, status: { not: 'recording' } }, select: toWrite });
}

/**
 * Saves one answer of a member; `value` null clears it. The value is checked against the question's scale (questionnaire version of the response).
 * A question of type FACT takes an object of shares in percent. What a supplier was asked to answer itself is not answered for it.
 */
export async function answerQuestion(db: TenantDb, options: Given & { responseId: string }): Promise<Answered> {
  const response = await readToWrite(db, options.responseId);
  return response ? writeAnswer(db, response, options) : { kind: 'refused', code: 'unknown-assessment' };
}

/** The same into a response that was read and locked in this transaction. */
export async function writeAnswer(db: TenantDb, response: ToWrite, options: Given): Promise<Answered> {
  if (response.request || response.attached || response.party.kind === 'buyer') return { kind: 'refused', code: 'supplier-answers' };
  if (response.status !== 'open') return { kind: 'refused', code: 'not-open' };
  await knowInstruments(db, [response.instrumentKey]);
  if (withheldQuestions(response.instrumentKey).has(options.question)) return { kind: 'refused', code: 'sensitive-case' };
  return storeAnswer(
    db,
    { id: response.id, instrumentKey: response.instrumentKey, workers: response.party.supplier?.workers ?? null },
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
