import type { SignWeight } from '../reference/at.ts';

/** How many indicators of each weight. */
export type WeightCounts = Record<SignWeight, number>;

/**
 * The decision rule of a dimension (R13; ILO and European Commission, 2009): two strong, or one strong with any other, or three medium, or two medium
 * with one weak. Never turns from positive to negative when an indicator is added.
 */
export function isPositive({ strong, medium, weak }: WeightCounts): boolean {
  return strong >= 2 || (strong >= 1 && medium + weak >= 1) || medium >= 3 || (medium >= 2 && weak >= 1);
}

/** Points that show how near a dimension is to positive. They equal the rule while a dimension holds at most two weak indicators, and never decide. */
export function pointsOf(counts: WeightCounts, points: Record<SignWeight, number>): number {
  return counts.strong * points.strong + counts.medium * points.medium + counts.weak * points.weak;
}

/** Counts weights. */
export function countWeights(weights: readonly SignWeight[]): WeightCounts {
  const counts: WeightCounts = { strong: 0, medium: 0, weak: 0 };
  for (const weight of weights) counts[weight] += 1;
  return counts;
}
