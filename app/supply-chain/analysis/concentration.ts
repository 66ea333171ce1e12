/** How unevenly something is spread over parts. */
export type Concentration = {
  /** Herfindahl–Hirschman index: sum of squared shares times 10,000; 10,000 when all is in one part, near 0 when in many. Null without parts. */
  index: number | null;
};

/** Concentration of sizes; sizes of zero do not count. */
export function concentrationOf(sizes: readonly number[]): Concentration {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= 0) return { index: null };
  const squares = sizes.reduce((sum, size) => sum + (size / total) ** 2, 0);
  return { index: Math.round(squares * 10_000) };
}

export type ConcentrationLevel = 'low' | 'moderate' | 'high';

/** The level of an index by the thresholds of the US Merger Guidelines (2023): high above 1,800, moderate from 1,000. */
export function concentrationLevel(index: number): ConcentrationLevel {
  if (index > 1_800) return 'high';
  return index < 1_000 ? 'low' : 'moderate';
}
