/**
 * Released summaries that name a time, with the place of that sentence, from 0: the same in every language. The texts are frozen; how long the answers take is
 * measured, and said by `answeringMinutes` alone.
 */
const timeSentences: Readonly<Record<string, number>> = { 'workshop-core@1.0.0': 1, 'short-form@2.0.0': 2 };

/** The summary of a questionnaire without the time that it names. Pure. */
export function shownSummary(instrumentKey: string, summary: string | null): string | null {
  const at = timeSentences[instrumentKey];
  if (at === undefined || summary === null) return summary;
  const sentences = summary.split(/(?<=[.。।۔])(?=.)/u);
  return sentences
    .filter((_, index) => index !== at)
    .join('')
    .trim();
}
