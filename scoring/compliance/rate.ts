/** How many of those assessed are not compliant. `rate` runs from 0 to 1; null when nothing was assessed: never zero. */
export type Rate = { nonCompliant: number; assessed: number; rate: number | null };

/** Counts findings; those that are null count in neither number. */
export function rateOf(findings: readonly (boolean | 0 | 1 | null)[]): Rate {
  const assessed = findings.filter((each) => each !== null);
  const nonCompliant = assessed.filter(Boolean).length;
  return { nonCompliant, assessed: assessed.length, rate: assessed.length === 0 ? null : nonCompliant / assessed.length };
}
