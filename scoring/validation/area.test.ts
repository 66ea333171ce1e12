import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, prepareRanking, type Ranked } from './area.ts';

const thing = (value: number, isListed: boolean, stratum = 0, cluster = 0): Ranked => ({ value, isListed, stratum, cluster });
const area = (things: Ranked[], weights?: ArrayLike<number>) => areaOf(prepareRanking(things), weights);

/** The definition itself, pair by pair. */
function byPairs(things: readonly Ranked[]): number | null {
  let concordant = 0;
  let pairs = 0;
  for (const listed of things)
    for (const other of things) {
      if (!listed.isListed || other.isListed || listed.stratum !== other.stratum) continue;
      pairs += 1;
      concordant += listed.value > other.value ? 1 : listed.value === other.value ? 0.5 : 0;
    }
  return pairs === 0 ? null : concordant / pairs;
}

const things = fc.array(
  fc.record({
    value: fc.integer({ min: -4, max: 4 }),
    isListed: fc.boolean(),
    stratum: fc.integer({ min: 0, max: 3 }),
    cluster: fc.integer({ min: 0, max: 5 }),
  }),
  { maxLength: 40 },
);
describe('area under the curve', () => {
  it('worked by hand: 3 and 1 listed, 2, 1 and 0 not: 3+1.5 of 6 pairs', () => {
    expect(area([thing(3, true), thing(1, true), thing(2, false), thing(1, false), thing(0, false)])).toBe(4.5 / 6);
  });

  it('is 1 for a perfect order, 0 for a reversed one, 0.5 where all are equal', () => {
    expect(area([thing(2, true), thing(1, false)])).toBe(1);
    expect(area([thing(1, true), thing(2, false)])).toBe(0);
    expect(area([thing(7, true), thing(7, false), thing(7, false)])).toBe(0.5);
  });

  it('compares within strata only: a value that only tells strata apart says nothing', () => {
    const bySize = [thing(10, true, 1), thing(10, false, 1), thing(10, true, 1), thing(1, false, 0), thing(1, false, 0), thing(1, true, 0)];
    expect(area(bySize.map((each) => ({ ...each, stratum: 0 })))).toBeGreaterThan(0.5);
    expect(area(bySize)).toBe(0.5);
  });

  it('weighs strata by their pairs', () => {
    const small = [thing(1, true, 0), thing(0, false, 0)];
    const large = [thing(0, true, 1), thing(1, false, 1), thing(2, false, 1), thing(3, false, 1)];
    expect(area([...small, ...large])).toBe(1 / 4);
  });

  it('is not known without a listed or an unlisted thing', () => {
    expect(area([])).toBeNull();
    expect(area([thing(1, true), thing(2, true)])).toBeNull();
    expect(area([thing(1, true, 0), thing(2, false, 1)])).toBeNull();
    expect(area([thing(1, true, 0, 0), thing(2, false, 0, 1)], [1, 0])).toBeNull();
  });

  it('refuses a value that is not a number', () => {
    expect(() => prepareRanking([thing(Number.NaN, true)])).toThrow(RangeError);
  });

  it('equals the definition pair by pair', () => {
    fc.assert(
      fc.property(things, (list) => {
        expect(area(list)).toBe(byPairs(list));
      }),
    );
  });

  it('is the same in any order and under any rising change of the values', () => {
    const shuffled = things.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(area(other)).toBe(area(list));
        expect(area(list.map((each) => ({ ...each, value: each.value ** 3 + 5 })))).toBe(area(list));
      }),
    );
  });

  it('turns round when the values do, or when listed and unlisted change places', () => {
    fc.assert(
      fc.property(things, (list) => {
        const before = area(list);
        const turned = area(list.map((each) => ({ ...each, value: -each.value })));
        const swapped = area(list.map((each) => ({ ...each, isListed: !each.isListed })));
        if (before === null) expect([turned, swapped]).toEqual([null, null]);
        else {
          expect(turned).toBeCloseTo(1 - before, 12);
          expect(swapped).toBeCloseTo(1 - before, 12);
        }
      }),
    );
  });

  it('counts a cluster with weight 2 like a cluster that is there twice', () => {
    fc.assert(
      fc.property(things, fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }), (list, weights) => {
        const copies = list.flatMap((each) => Array.from({ length: weights[each.cluster] ?? 0 }, () => each));
        expect(area(list, weights)).toBe(byPairs(copies));
      }),
    );
  });
});
