/** How unevenly something is spread over parts. */
export type Concentration = {
  /** Herfindahl–Hirschman index: sum of squared shares times 10,000; 10,000 when all is in one part, near 0 when in many. Null without parts. */
  index: number | null;
  /** So many equal parts would be as concentrated. */
  equalParts: number | null;
};

/** Concentration of sizes; sizes of nothing do not count. */
export function concentrationOf(sizes: readonly number[]): Concentration {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= 0) return { index: null, equalParts: null };
  const squares = sizes.reduce((sum, size) => sum + (size / total) ** 2, 0);
  return { index: Math.round(squares * 10_000), equalParts: Math.round(10 / squares) / 10 };
}
