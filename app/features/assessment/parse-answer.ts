import type { AnswerValue } from '#scoring';

const words = ['yes', 'partial', 'no', 'dont-know', 'not-applicable'] as const;

/** What a form sent for a question, as a value: null for nothing chosen, undefined for what is no answer at all. Scales are checked by the verb. */
export function parseAnswer(sent: string | null | undefined): AnswerValue | null | undefined {
  if (sent === null || sent === undefined || sent.trim() === '') return null;
  const word = words.find((known) => known === sent);
  if (word) return word;
  const number = Number(sent.replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}
