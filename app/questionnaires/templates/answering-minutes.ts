import { isGathered } from '#scoring';
import { type Kind, kindOf, secondsInUse, type TimedQuestion } from './pace-in-use';

/** A pause longer than this is no time of answering; a shorter gap than the least is several answers of one form. */
const longestSeconds = 5 * 60;
const shortestSeconds = 1;
/** So many answers weigh as much as what is expected. */
const settledAfter = 6;

export type TimedAnswer = TimedQuestion & { answeredAt: Date };

/** The seconds each answer took: since the answer before it, where that was no pause. Answers of one form, saved together, take none. Pure. */
export function secondsTaken(answers: readonly TimedAnswer[]): { kind: Kind; seconds: number }[] {
  const inOrder = [...answers].sort((a, b) => a.answeredAt.getTime() - b.answeredAt.getTime());
  return inOrder.flatMap((answer, at) => {
    const before = inOrder[at - 1];
    const seconds = before ? (answer.answeredAt.getTime() - before.answeredAt.getTime()) / 1000 : 0;
    return seconds >= shortestSeconds && seconds <= longestSeconds ? [{ kind: kindOf(answer), seconds }] : [];
  });
}

/** How much longer a respondent takes than is expected, from the answers given so far: 1 without any. A few answers move it a little. */
export function paceOf(answers: readonly TimedAnswer[], of = secondsInUse()): number {
  const ratios = secondsTaken(answers).map(({ kind, seconds }) => seconds / of[kind]);
  if (ratios.length === 0) return 1;
  const own = Math.min(3, Math.max(1 / 3, median(ratios)));
  return (own * ratios.length + settledAfter) / (ratios.length + settledAfter);
}

/**
 * About how many minutes some questions take, one at least. The only place that estimates: links, campaigns, progress and the member's own page ask here. Given
 * are the questions that want an answer: what is only gathered may stay empty, and what is not asked takes no time.
 */
export function answeringMinutes(questions: readonly TimedQuestion[], pace = 1, of = secondsInUse()): number {
  const seconds = questions.reduce((sum, question) => sum + of[kindOf(question)], 0);
  return Math.max(1, Math.round((seconds * pace) / 60));
}

/** The minutes of a whole questionnaire, or of some sections: of everything that may be asked, nothing ruled out. What is only gathered takes none. */
export function wholeMinutes(questions: readonly TimedQuestion[], of = secondsInUse()): number {
  return answeringMinutes(
    questions.filter((question) => !isGathered(question)),
    1,
    of,
  );
}

/** Of an even number the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
