import { seededUniform, seedFor } from '../../engine/draws.ts';
import { type LineId, lineIds, scoreParty, type Supposition } from '../../odds/score-party.ts';
import type { bands } from '../../vocabulary.ts';
import { archetypes, inputOf } from '../archetypes.ts';
import { spearman } from '../rank-correlation.ts';

/** What moving one line by half does to the order of the situations. `correlation`: Spearman's, 1 is the same order; `otherBand`: share that changes its band. */
export type LineMoved = { line: LineId; correlation: number; otherBand: number };
export type Sensitivity = { lines: LineMoved[]; together: { draws: number; worst: number; median: number; otherBand: number } };

/** Lines on which the situations differ at all. */
const moved = lineIds.filter((line) => line !== 'controls' && line !== 'findings');

/**
 * How steady ranks are under other weights: each line at half and at one and a half times its points, the worse of both; and all lines together by factors drawn
 * between a half and one and a half. Over the situations of `archetypes.json`.
 */
export function ranksUnderOtherWeights(asOf: string, { draws = 200, seed = 1 } = {}): Sensitivity {
  const released = scoresUnder(asOf, {});
  const compare = (factors: NonNullable<Supposition['factors']>) => {
    const other = scoresUnder(asOf, { factors });
    const changed = other.filter(({ band }, at) => band !== released[at]?.band).length;
    return {
      // Null where all are alike, which no weights make of these situations.
      correlation:
        spearman(
          released.map(({ score }) => score),
          other.map(({ score }) => score),
        ) ?? 0,
      otherBand: changed / released.length,
    };
  };
  const lines = moved.map((line): LineMoved => {
    const both = [0.5, 1.5].map((factor) => compare({ [line]: factor }));
    return {
      line,
      correlation: Math.min(...both.map(({ correlation }) => correlation)),
      otherBand: Math.max(...both.map(({ otherBand }) => otherBand)),
    };
  });
  const uniform = seededUniform(seedFor(seed, 'factors'));
  const drawn = Array.from({ length: draws }, () => compare(Object.fromEntries(moved.map((line) => [line, 0.5 + uniform()]))));
  const sorted = drawn.map(({ correlation }) => correlation).sort((a, b) => a - b);
  return {
    lines,
    together: {
      draws,
      worst: sorted[0] ?? Number.NaN,
      median: sorted[Math.floor(draws / 2)] ?? Number.NaN,
      otherBand: drawn.reduce((sum, { otherBand }) => sum + otherBand, 0) / draws,
    },
  };
}

function scoresUnder(asOf: string, supposed: Supposition): { score: number; band: (typeof bands)[number] }[] {
  return archetypes.map((archetype) => {
    const scored = scoreParty(inputOf(archetype, asOf), { id: archetype.id, supposed });
    if (!scored) throw new Error(`${archetype.id} has no score`);
    return { score: scored.sum, band: scored.band };
  });
}
