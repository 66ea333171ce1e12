import { quantiles, seededUniform } from '../engine/draws.ts';

/** How often each cluster was drawn, for each draw. */
export type Resamples = readonly Uint16Array[];
/** A figure with the ends of its bootstrap interval. */
export type Estimate = { value: number; low: number; high: number };

/** `draws` times `clusters` clusters drawn with replacement (Efron 1979), the same for the same seed. */
export function resample(clusters: number, { draws, seed }: { draws: number; seed: number }): Resamples {
  const uniform = seededUniform(seed);
  return Array.from({ length: draws }, () => {
    const counts = new Uint16Array(clusters);
    for (let draw = 0; draw < clusters; draw += 1) {
      const at = Math.floor(uniform() * clusters);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    return counts;
  });
}

/**
 * A figure with the percentile interval of its draws, at the level given (0.95 takes the 2.5th and 97.5th). Draws in which the figure cannot be
 * formed are left out. Null when it cannot be formed from the data as they are, or in no draw.
 */
export function estimate(
  figure: (weights?: ArrayLike<number>) => number | null,
  { resamples, level }: { resamples: Resamples; level: number },
): Estimate | null {
  const value = figure();
  const drawn = resamples.map((weights) => figure(weights)).filter((each) => each !== null);
  if (value === null || drawn.length === 0) return null;
  const tail = (1 - level) / 2;
  const [low = value, high = value] = quantiles(Float64Array.from(drawn), [tail, 1 - tail]);
  return { value, low, high };
}
