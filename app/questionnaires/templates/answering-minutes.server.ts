import { wholeOf } from '#scoring';

/** Of a short form a question is one plain sentence, answered without papers. Released ones say in their summary what this comes to, and a test holds the two together. */
const shortSeconds = 30;
const usualSeconds = 45;

/**
 * About how many minutes so many questions of an instrument take, one at least. The only place that estimates: links, campaigns, progress and
 * the member's own page ask here. A judgement and not measured. Counted are the questions that want an answer: facts and what is only gathered may stay
 * empty, and what is not asked takes no time.
 */
export function answeringMinutes(instrumentKey: string, questions: number): number {
  const seconds = wholeOf(instrumentKey) === null ? usualSeconds : shortSeconds;
  return Math.max(1, Math.round((questions * seconds) / 60));
}
