import { type FindingGrade, findingGrades } from '#scoring';
import { drawStackedRows } from '~/documents/charts/stacked-rows-geometry';
import type { Drawing, Tone } from '~/ui/drawing/shapes';
import { formatNumber } from '~/ui/format';

/** How many records of a grade have an age. */
export type AgeCount<Key extends string> = { key: Key; grade: FindingGrade; count: number };
type Chart<Key extends string> = { keys: readonly Key[]; counts: readonly AgeCount<Key>[]; label: (key: Key) => string };

/** The darker, the more serious. */
export const gradeTones: Record<FindingGrade, Tone> = { critical: 'basis-a', major: 'basis-b', moderate: 'basis-c', minor: 'basis-d' };

/** The number of an age, of a grade, or of both. */
export const countOf = <Key extends string>(
  counts: readonly AgeCount<Key>[],
  of: { keys?: readonly Key[]; grade?: FindingGrade } = {},
): number =>
  counts
    .filter(({ key, grade }) => (of.keys === undefined || of.keys.includes(key)) && (of.grade === undefined || grade === of.grade))
    .reduce((sum, { count }) => sum + count, 0);

/** A bar for each age, parted by grade, as long as its number. */
export function drawAges<Key extends string>({ keys, counts, label }: Chart<Key>, size: 'wide' | 'narrow'): Drawing {
  const rows = keys.map((key) => ({
    ...{ id: key, label: label(key), written: formatNumber(countOf(counts, { keys: [key] })) },
    parts: findingGrades.map((grade) => {
      const number = countOf(counts, { keys: [key], grade });
      return { size: number, tone: gradeTones[grade], text: number > 0 ? formatNumber(number) : '' };
    }),
  }));
  const room = size === 'wide' ? { width: 760, labelWidth: 190, writtenWidth: 50 } : { width: 328, labelWidth: 0, writtenWidth: 40 };
  return drawStackedRows(rows, { ...room, isByNumber: true, rowHeight: 23 });
}
