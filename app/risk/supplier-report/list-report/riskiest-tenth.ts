/** What a probability of being among the riskiest tenth allows to say. */
export const riskiestLevels = ['certain', 'probable', 'open', 'not'] as const;
export type RiskiestLevel = (typeof riskiestLevels)[number];

/** From 90 % certainly, from a half probably, up to 10 % probably not; between them nothing can be said. */
export function riskiestLevel(probability: number): RiskiestLevel {
  if (probability >= 0.9) return 'certain';
  if (probability >= 0.5) return 'probable';
  return probability <= 0.1 ? 'not' : 'open';
}
