import { creditOf, type InstrumentQuestion } from '#scoring';

const words: Readonly<Record<string, number>> = { yes: 1, partial: 0.5, no: 0 };

/** Where an answer lies on its scale, 0 worst to 1 best; null for one that is on none, says nothing, or does not apply. Pure. */
export function shareOfAnswer(question: Pick<InstrumentQuestion, 'type' | 'options' | 'base'>, value: string | number): number | null {
  const { type } = question;
  if (type === 'PICK' || type === 'TICKS') return creditOf(question, value) ?? null;
  if (type === 'G4') return typeof value === 'number' ? value / 4 : null;
  if (type === 'YNP') return words[value] ?? null;
  if (type === 'RF') return value === 'yes' ? 0 : value === 'no' ? 1 : null;
  return null;
}

/** Which option was picked, or ticked alone, from 0; undefined for an answer of another kind, and for one that the scale adds. Pure. */
export function placeOfAnswer(
  { type, options = [] }: Pick<InstrumentQuestion, 'type' | 'options'>,
  value: string | number,
): number | undefined {
  if (type !== 'PICK' && type !== 'TICKS') return undefined;
  const place = options.findIndex((option) => option.value === value);
  return place < 0 ? undefined : place;
}
