import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentrationLevel, concentrationOf } from './concentration';

describe('concentration', () => {
  it('is 10,000 for one part, 5,000 for two equal ones, and null for none', () => {
    expect(concentrationOf([7])).toEqual({ index: 10_000 });
    expect(concentrationOf([3, 3])).toEqual({ index: 5_000 });
    expect(concentrationOf([0.5, 0.3, 0.2])).toEqual({ index: 3_800 });
    expect(concentrationOf([])).toEqual({ index: null });
    expect(concentrationOf([0, 0])).toEqual({ index: null });
  });

  it('is low below 1,000, moderate up to 1,800 and high above', () => {
    expect([999, 1_000, 1_800, 1_801].map(concentrationLevel)).toEqual(['low', 'moderate', 'moderate', 'high']);
  });

  it('does not depend on the unit, and joining two parts never lowers it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 2, maxLength: 20 }), ([first = 0, second = 0, ...rest]) => {
        const apart = concentrationOf([first, second, ...rest]);
        expect(concentrationOf([first, second, ...rest].map((size) => size * 10))).toEqual(apart);
        expect(concentrationOf([first + second, ...rest]).index ?? 0).toBeGreaterThanOrEqual(apart.index ?? 0);
      }),
    );
  });
});
