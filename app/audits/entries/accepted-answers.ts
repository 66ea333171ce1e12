import type { EntryValue } from './entries';

/** What an answer was accepted from: questions with their answers then, or the plan, the site record and other entries (`record`). */
export type AcceptedFrom = NonNullable<EntryValue<'check'>['from']>;
export const recordSource = 'record';

type Answers = ReadonlyMap<string, string | number>;
type Answered = { key: string; answer: string | number; from: AcceptedFrom | undefined };

/**
 * The accepted answers to look at again: an answer that one was accepted from has changed, is gone, or is itself to be looked at again. `known`: what the
 * record gives now; left out, such sources are not compared. Pure.
 */
export function outdatedAnswers(answered: readonly Answered[], known?: Answers): Set<string> {
  const answers = new Map(answered.map(({ key, answer }) => [key, answer]));
  const outdated = new Set<string>();
  const isChanged = (key: string, { question, answer }: AcceptedFrom[number]) =>
    question === recordSource
      ? known !== undefined && known.get(key) !== answer
      : outdated.has(question) || answers.get(question) !== answer;
  for (let before = -1; before < outdated.size; ) {
    before = outdated.size;
    for (const { key, from } of answered) if (from?.some((source) => isChanged(key, source))) outdated.add(key);
  }
  return outdated;
}
