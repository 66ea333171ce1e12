/** Nearest tenth, halves up. */
export function toTenths(value: number): number {
  return Math.round(value * 10 + 1e-9);
}

/** Nearest tenth, as a number of one decimal. */
export function roundToTenth(value: number): number {
  return toTenths(value) / 10;
}

/**
 * Largest remainder: whole tenths for each value, so that the shown lines add to the shown total.
 * Every line is its value rounded down or up to a tenth; a line that is exactly zero stays zero; ties go to the earlier line.
 * `total` (in tenths) must lie within one tenth per non-zero line of the sum; without it the rounded sum is used.
 */
export function largestRemainder(values: readonly number[], total?: number): number[] {
  const scaled = values.map((value) => clean(value * 10));
  const floors = scaled.map(Math.floor);
  const target = total ?? Math.round(clean(scaled.reduce((sum, each) => sum + each, 0)));
  const left = target - floors.reduce((sum, each) => sum + each, 0);
  const raised = scaled
    .map((value, index) => ({ index, rest: value - (floors[index] ?? 0) }))
    .filter(({ index }) => values[index] !== 0)
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, Math.max(0, left));
  for (const { index } of raised) floors[index] = (floors[index] ?? 0) + 1;
  return floors.map((tenths) => (tenths === 0 ? 0 : tenths / 10));
}

/** Removes the dust of binary fractions, so that 0.3 counts as three tenths and not as 2.9999. */
function clean(scaled: number): number {
  const nearest = Math.round(scaled);
  return Math.abs(scaled - nearest) < 1e-9 ? nearest : scaled;
}
