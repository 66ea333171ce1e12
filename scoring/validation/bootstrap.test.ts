import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededNormals, seedFor } from '../engine/draws.ts';
import { areaOf, prepareRanking } from './area.ts';
import { estimate, resample } from './bootstrap.ts';

const mean = (values: ArrayLike<number>) => (weights?: ArrayLike<number>) => {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < values.length; at += 1) {
    const weight = weights ? (weights[at] ?? 0) : 1;
    sum += weight * (values[at] ?? 0);
    count += weight;
  }
  return count === 0 ? null : sum / count;
};

describe('bootstrap', () => {
  it('draws as many clusters as there are, the same for the same seed and others for another', () => {
    const drawn = resample(20, { draws: 50, seed: 1 });
    expect(drawn).toHaveLength(50);
    for (const weights of drawn) expect(weights.reduce((sum, each) => sum + each, 0)).toBe(20);
    expect(resample(20, { draws: 50, seed: 1 })).toEqual(drawn);
    expect(resample(20, { draws: 50, seed: 2 })).not.toEqual(drawn);
  });

  it('gives the interval of a mean that theory gives: 1.96 standard errors to both sides', () => {
    const values = seededNormals(7, 400);
    const made = estimate(mean(values), { resamples: resample(400, { draws: 4000, seed: 3 }), level: 0.95 });
    const error = 1 / Math.sqrt(400);
    expect((made?.high ?? 0) - (made?.value ?? 0)).toBeCloseTo(1.96 * error, 2);
    expect((made?.value ?? 0) - (made?.low ?? 0)).toBeCloseTo(1.96 * error, 2);
  });

  it('holds the true area about as often as it says', () => {
    // Listed things are normal around 1, others around 0: the true area is the normal distribution at 1/sqrt(2), 0.760.
    let held = 0;
    const rounds = 120;
    for (let round = 0; round < rounds; round += 1) {
      const noise = seededNormals(seedFor(round, 'area'), 120);
      const things = Array.from(noise, (each, at) => ({ value: at < 40 ? each + 1 : each, isListed: at < 40, stratum: 0, cluster: at }));
      const ranking = prepareRanking(things);
      const made = estimate((weights) => areaOf(ranking, weights), { resamples: resample(120, { draws: 300, seed: round }), level: 0.95 });
      if (made && made.low <= 0.7602 && made.high >= 0.7602) held += 1;
    }
    expect(held / rounds).toBeGreaterThan(0.89);
    expect(held / rounds).toBeLessThanOrEqual(1);
  });

  it('is wider at a higher level and has actual draws as its ends', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 12 }), fc.integer(), (values, seed) => {
        const resamples = resample(values.length, { draws: 60, seed });
        const drawn = resamples.map((weights) => mean(values)(weights));
        const wide = estimate(mean(values), { resamples, level: 0.95 });
        const narrow = estimate(mean(values), { resamples, level: 0.5 });
        expect(wide && narrow && wide.low <= narrow.low && wide.high >= narrow.high).toBe(true);
        expect(drawn).toContain(wide?.low);
        expect(drawn).toContain(wide?.high);
      }),
    );
  });

  it('leaves out draws that give no figure, and is not known when there is none', () => {
    const resamples = resample(3, { draws: 20, seed: 1 });
    expect(estimate((weights) => (weights && weights[0] === 0 ? null : 0.5), { resamples, level: 0.9 })?.low).toBe(0.5);
    expect(estimate(() => null, { resamples, level: 0.9 })).toBeNull();
  });
});
