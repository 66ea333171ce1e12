import { wholeOf } from '#scoring';

/**
 * A question of a short form is one plain sentence, answered without documents. Released ones state the result in their summary, and a test keeps the two
 * equal.
 */
const shortSeconds = 30;
const usualSeconds = 45;

/**
 * About how many minutes so many questions of a questionnaire take, one at least. The only place that estimates: links, campaigns, progress and
 * the member's own page ask here. A judgement and not measured. Counted are the questions that want an answer: facts and what is only gathered may stay
 * empty, and what is not asked takes no time.
 */
export function answeringMinutes(instrumentKey: string, questions: number): number {
  const seconds = wholeOf(instrumentKey) === null ? usualSeconds : shortSeconds;
  return Math.max(1, Math.round((questions * seconds) / 60));
}
