import { type AnswerValue, answerWords, type GatheredValue, type QuestionType } from '#scoring';
import { latinDigits } from '~/platform/forms/latin-digits';

/** What a form sent for a question, as a value: null for nothing chosen, undefined for what is no answer at all. Scales are checked by the verb. */
export function parseAnswer(sent: string | null | undefined): AnswerValue | null | undefined {
  if (sent === null || sent === undefined || sent.trim() === '') return null;
  const word = answerWords.find((known) => known === sent);
  return word ?? parseNumber(sent);
}

/** The same for a question that only gathers. A text is kept as it was written, a date as its box sends it. */
export function parseGathered(type: QuestionType, sent: string | null | undefined): GatheredValue | null | undefined {
  const written = sent?.trim() ?? '';
  if (written === '') return null;
  return type === 'NUMBER' ? parseNumber(written) : written;
}

function parseNumber(sent: string): number | undefined {
  const number = Number(latinDigits(sent).replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}
