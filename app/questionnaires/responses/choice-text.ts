import { type LocalizedInstrument, type LocalizedQuestion, shownChoices, ticksOf } from '#scoring';

/** The label of an answer that was picked, or the labels of those that were ticked, in the language of `shown`; null for one that is no choice of the question. Pure. */
export function choiceText(shown: Pick<LocalizedInstrument, 'scales'>, question: LocalizedQuestion, value: string | number): string | null {
  const choices = shownChoices(shown, question);
  const labelOf = (one: string | number) => choices.find((choice) => choice.value === one)?.text.text;
  const single = labelOf(value);
  if (single !== undefined) return single;
  const ticked = question.type === 'TICKS' && typeof value === 'string' ? (ticksOf(value) ?? []) : [];
  const labels = ticked.flatMap((one) => labelOf(one) ?? []);
  return labels.length === 0 || labels.length < ticked.length ? null : labels.join('; ');
}
