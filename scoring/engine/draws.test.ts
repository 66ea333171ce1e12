import { describe, expect, it } from 'vitest';
import { quantiles, seededNormals, seededUniform, seedFor } from './draws.ts';

describe('seeded draws', () => {
  it('repeat for the same seed and differ for another', () => {
    const first = seededNormals(20260101, 1000);
    expect(seededNormals(20260101, 1000)).toEqual(first);
    expect(seededNormals(20260102, 1000)).not.toEqual(first);
  });

  it('give this sequence on every machine', () => {
    const uniform = seededUniform(1);
    expect([uniform(), uniform(), uniform()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
  });

  it('are roughly normal', () => {
    const draws = seededNormals(seedFor(20260101, 'VN'), 1000);
    const mean = draws.reduce((sum, each) => sum + each, 0) / draws.length;
    const variance = draws.reduce((sum, each) => sum + (each - mean) ** 2, 0) / draws.length;
    expect(Math.abs(mean)).toBeLessThan(0.1);
    expect(Math.abs(variance - 1)).toBeLessThan(0.15);
    const [low, high] = quantiles(draws, [0.05, 0.95]);
    expect(low).toBeCloseTo(-1.645, 0);
    expect(high).toBeCloseTo(1.645, 0);
  });

  it('have an odd count too', () => {
    expect(seededNormals(7, 5)).toHaveLength(5);
    expect([...seededNormals(7, 5)].every(Number.isFinite)).toBe(true);
  });

  it('differ by country', () => {
    expect(seedFor(1, 'VN')).not.toBe(seedFor(1, 'NV'));
    expect(seedFor(1, 'VN')).not.toBe(seedFor(2, 'VN'));
  });
});

describe('quantile', () => {
  const draws = Float64Array.from({ length: 100 }, (_, index) => 100 - index);
  it.each([
    [0, 1],
    [0.05, 5],
    [0.5, 50],
    [0.95, 95],
    [1, 100],
  ])('at %d is an actual draw: %d', (at, value) => {
    expect(quantiles(draws, [at])).toEqual([value]);
  });

  it('leaves the draws as they were', () => {
    quantiles(draws, [0.5]);
    expect(draws[0]).toBe(100);
  });
});
