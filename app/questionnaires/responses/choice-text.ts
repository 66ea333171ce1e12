import { type LocalizedInstrument, type LocalizedQuestion, shownChoices, ticksOf } from '#scoring';

/** Between parts that may have commas of their own, as a language writes it. */
const separators: Readonly<Record<string, string>> = { fr: '\u00a0; ', ar: '؛ ', ur: '؛ ', zh: '；' };
export const separatorIn = (language: string): string => separators[language] ?? '; ';

/** The label of an answer that was picked, or the labels of those that were ticked, in the language of `shown`; null for one that is no choice of the question. Pure. */
export function choiceText(shown: Pick<LocalizedInstrument, 'scales'>, question: LocalizedQuestion, value: string | number): string | null {
  const choices = shownChoices(shown, question);
  const labelOf = (one: string | number) => choices.find((choice) => choice.value === one)?.text;
  const single = labelOf(value);
  if (single !== undefined) return single.text;
  const ticked = question.type === 'TICKS' && typeof value === 'string' ? (ticksOf(value) ?? []) : [];
  const labels = ticked.flatMap((one) => labelOf(one) ?? []);
  const [first] = labels;
  return first === undefined || labels.length < ticked.length ? null : labels.map(({ text }) => text).join(separatorIn(first.lang));
}
