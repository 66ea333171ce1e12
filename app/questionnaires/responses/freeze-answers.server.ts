import { answersThatCount } from '#scoring';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { type ResponseRead, givenAnswers } from './read-response.server';
import type { ListedFile, SharedAnswers } from './read-shared.server';

/**
 * The answers that count, frozen for someone else, with the keys of their sections and the hashes of the files behind them. `sections`: only
 * those; left out, all.
 */
export function freezeAnswers(
  response: Pick<ResponseRead, 'instrumentKey' | 'answers'>,
  options: { supplier: string; submittedAt: Date; sections?: readonly string[]; files?: readonly ListedFile[] },
): { content: SharedAnswers; scope: string[] } {
  const asked = instrument(response.instrumentKey);
  const counted = answersThatCount(asked, givenAnswers(response));
  const shared = asked.sections.filter(({ key }) => options.sections?.includes(key) ?? true);
  const questions = new Set(shared.flatMap((section) => section.questions.map(({ key }) => key)));
  const content: SharedAnswers = {
    instrumentKey: response.instrumentKey,
    supplier: options.supplier,
    submittedAt: options.submittedAt.toISOString(),
    answers: [...response.answers]
      .filter(([key, { shares, gathered }]) => questions.has(key) && (key in counted || shares !== null || gathered !== null))
      .map(([question, { value, gathered, shares, note, answeredAt, shown }]) => ({
        question,
        value: value ?? gathered ?? JSON.parse(JSON.stringify(shares)),
        note,
        answeredAt: answeredAt.toISOString(),
        ...(shown ? { shown } : {}),
      })),
    files: (options.files ?? []).filter(({ question }) => questions.has(question)),
  };
  return { content, scope: shared.map(({ key }) => key) };
}
