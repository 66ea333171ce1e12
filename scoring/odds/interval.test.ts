import { describe, expect, it } from 'vitest';
import { type Drawable, noClaims } from './draws.ts';
import { deviationOf, intervalOf, normalBelow, normalQuantile } from './interval.ts';
import { numbersAt } from './parameters.ts';

const numbers = numbersAt('2026-12-01');
const party = (more: Partial<Drawable> = {}): Drawable => ({
  ...{
    id: 'a',
    score: 40,
    floor: null,
    country: { code: 'VN', error: 6 },
    sector: { code: '14', error: 2 },
    ownError: 3,
    claims: noClaims,
  },
  ...more,
});

describe('the interval of one party', () => {
  it('without claims reaches 1.645 standard deviations to each side', () => {
    expect(deviationOf(party())).toBe(7);
    const { low, high } = intervalOf(party(), numbers);
    expect(low).toBeCloseTo(40 - 1.644854 * 7, 4);
    expect(high).toBeCloseTo(40 + 1.644854 * 7, 4);
  });

  it('with claims has 5 % of the mixture below it and 5 % above it', () => {
    const claims = { ...noClaims, none: -1, 'self-declared': -2, 'document-checked': -5, 'audit-unannounced': -9 };
    const { low, high } = intervalOf(party({ claims }), numbers);
    // None and self-declared are true with 0.5, checked documents with 0.8, audits without notice with 0.95.
    const cases: [weight: number, mean: number][] = [
      [0.5, 40],
      [0.3, 43],
      [0.15, 48],
      [0.05, 57],
    ];
    const below = (value: number) => cases.reduce((sum, [weight, mean]) => sum + weight * normalBelow((value - mean) / 7), 0);
    expect(below(low)).toBeCloseTo(0.05, 6);
    expect(below(high)).toBeCloseTo(0.95, 6);
  });

  it('without any error ends at the states of its claims', () => {
    const still = { country: { code: 'VN', error: 0 }, sector: { code: '14', error: 0 }, ownError: 0 };
    const { low, high } = intervalOf(party({ ...still, claims: { ...noClaims, 'self-declared': -3 } }), numbers);
    expect(low).toBeCloseTo(40, 4);
    expect(high).toBeCloseTo(43, 4);
  });

  it('is raised at both ends by a floor', () => {
    expect(intervalOf(party({ floor: 65 }), numbers)).toEqual({ low: 65, high: 65 });
    const between = intervalOf(party({ floor: 45 }), numbers);
    expect(between.low).toBe(45);
    expect(between.high).toBeGreaterThan(51);
  });
});

describe('the normal distribution', () => {
  it('has its known values, the same to both sides', () => {
    expect(normalBelow(0)).toBeCloseTo(0.5, 6);
    expect(normalBelow(1)).toBeCloseTo(0.841345, 6);
    expect(normalBelow(-2)).toBeCloseTo(0.02275, 6);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 4);
    expect(normalQuantile(0.05)).toBeCloseTo(-normalQuantile(0.95), 6);
  });
});
