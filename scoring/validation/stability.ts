import { type BlendReading, countryShare } from '../engine/country.ts';
import { quantiles, seededUniform, seedFor } from '../engine/draws.ts';
import { areaOf, prepareRanking } from './area.ts';
import { listedCountries, type Outcome, outcomes, type RankedCountry } from './countries.ts';
import { midRanks, spearman } from './rank-correlation.ts';

/** How the weights of R1 are drawn: each moved by up to half of itself, or wholly unknown, all mixtures as likely (flat Dirichlet). */
export const weightDraws = ['half', 'any'] as const;
export type WeightDraw = (typeof weightDraws)[number];

/** Middle and ends (5th and 95th percentile) over the draws; `most` is the highest. */
export type Spread = { low: number; middle: number; high: number; most: number };
export type Stability = {
  weights: WeightDraw;
  draws: number;
  countries: number;
  /** Rank correlation of the order under drawn weights with the order under ours. */
  correlation: Spread;
  /** Width in places of the range that holds a country's rank in nine draws of ten. */
  rankWidth: Spread;
  /** Share of all pairs of countries that stand the same way round in at least 95 % of the draws. */
  settledPairs: number;
  /** Of the fifth of countries with the highest figure, the share that stays in it. */
  topKept: Spread;
  /** The area within population fifths under drawn weights, and the share of draws that stay below ours. */
  areas: { outcome: Outcome; ours: number; drawn: Spread; belowOurs: number }[];
};

type Context = { countries: readonly RankedCountry[]; asOf: string; draws: number; seed: number };

/** Draws the weights of the country figure and looks at what becomes of the order. No draw is ever used: weights are set by reason. */
export function rankStability(weights: WeightDraw, { countries, asOf, draws, seed }: Context): Stability {
  const uniform = seededUniform(seedFor(seed, weights));
  const held = countries.flatMap((country) => {
    const share = countryShare(country.iso2, asOf);
    return share ? [{ ...country, parts: share.parts, point: share.point }] : [];
  });
  const ours = Float64Array.from(held, (each) => each.point);
  const drawn = Array.from({ length: draws }, () => {
    const factors = new Map(held[0]?.parts.map((part) => [part.id, factorOf(weights, part.weight, uniform)]));
    return Float64Array.from(held, ({ parts }) => weighed(parts, (part) => factors.get(part.id) ?? 0));
  });
  const ranks = drawn.map((figures) => midRanks(figures));
  const listed = new Map(outcomes.map((outcome) => [outcome, listedCountries(outcome, asOf)]));
  const area = (figures: Float64Array, outcome: Outcome) =>
    areaOf(
      prepareRanking(
        held.map(({ iso2, fifth }, at) => ({
          value: figures[at] ?? 0,
          isListed: listed.get(outcome)?.has(iso2) ?? false,
          stratum: fifth,
          cluster: at,
        })),
      ),
    ) ?? Number.NaN;
  return {
    weights,
    draws,
    countries: held.length,
    correlation: spreadOf(drawn.map((figures) => spearman(figures, ours) ?? Number.NaN)),
    rankWidth: spreadOf(
      held.map((_, at) => {
        const [low = 0, high = 0] = quantiles(
          Float64Array.from(ranks, (each) => each[at] ?? 0),
          [0.05, 0.95],
        );
        return high - low;
      }),
    ),
    settledPairs: settledPairs(drawn),
    topKept: spreadOf(topKept(midRanks(ours), ranks)),
    areas: outcomes.map((outcome) => {
      const mine = area(ours, outcome);
      const others = drawn.map((figures) => area(figures, outcome));
      return { outcome, ours: mine, drawn: spreadOf(others), belowOurs: others.filter((each) => each < mine).length / others.length };
    }),
  };
}

function factorOf(weights: WeightDraw, weight: number, uniform: () => number): number {
  return weights === 'half' ? weight * (0.5 + uniform()) : -Math.log(1 - uniform());
}

/** The blend of R1 under other weights: known parts alone, re-weighted. */
function weighed(parts: readonly BlendReading[], weightOf: (part: BlendReading) => number): number {
  let sum = 0;
  let total = 0;
  for (const part of parts) {
    if (part.share === undefined) continue;
    sum += weightOf(part) * part.share;
    total += weightOf(part);
  }
  return sum / total;
}

function settledPairs(drawn: readonly Float64Array[]): number {
  const size = drawn[0]?.length ?? 0;
  let settled = 0;
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b < a; b += 1) {
      let above = 0;
      let below = 0;
      for (const figures of drawn) {
        if ((figures[a] ?? 0) > (figures[b] ?? 0)) above += 1;
        else if ((figures[a] ?? 0) < (figures[b] ?? 0)) below += 1;
      }
      if (Math.max(above, below) >= 0.95 * drawn.length) settled += 1;
    }
  return settled / ((size * (size - 1)) / 2);
}

function topKept(ours: Float64Array, ranks: readonly Float64Array[]): number[] {
  const from = Math.floor(ours.length * 0.8);
  const top = [...ours.keys()].filter((at) => (ours[at] ?? 0) > from);
  return ranks.map((each) => top.filter((at) => (each[at] ?? 0) > from).length / top.length);
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values);
  const [low = 0, middle = 0, high = 0, most = 0] = quantiles(sorted, [0.05, 0.5, 0.95, 1]);
  return { low, middle, high, most };
}
