import { describe, expect, it } from 'vitest';
import { type Drawable, type Draws, noClaims } from './draws.ts';
import { numbersAt } from './parameters.ts';
import { drawsFor, placeList } from './place-list.ts';
import { placesOf, shareToldApart } from './ranks.ts';

const numbers = numbersAt('2026-12-01');
const party = (id: string, score = 50): Drawable => ({
  ...{ id, score, floor: null, country: { code: 'VN', error: 6 }, sector: { code: '14', error: 6 }, ownError: 5, claims: noClaims },
});
/** Draws of parties as given: one row of values a party. */
const drawn = (...rows: number[][]): Draws => ({
  ...{ count: rows[0]?.length ?? 0, parties: rows.map((_, at) => party(`p${at}`)), values: Float32Array.from(rows.flat()) },
});
/** The place of each party in one draw. */
const placesIn = (...values: number[]) => placesOf(drawn(...values.map((value) => [value])), numbers).map(({ best }) => best);

describe('places in one draw', () => {
  it('run from the highest value, also below 0', () => {
    expect(placesIn(50, 60, 55)).toEqual([3, 1, 2]);
    expect(placesIn(-30, 12.5, -30.5, 140)).toEqual([3, 2, 4, 1]);
    expect(placesIn()).toEqual([]);
  });

  it('tell values apart to four decimals, and put the later of equal ones higher', () => {
    expect(placesIn(50.0002, 50.0001)).toEqual([1, 2]);
    expect(placesIn(50.0001, 50.0002)).toEqual([2, 1]);
    expect(placesIn(50, 50, 50)).toEqual([3, 2, 1]);
    expect(placesIn(50.00001, 50)).toEqual([2, 1]);
  });

  it('are equal beyond the range of values that are compared: -1,000 to 5,710', () => {
    expect(placesIn(-1_000, -2_000, -999)).toEqual([3, 2, 1]);
    expect(placesIn(-2_000, -1_000, -999)).toEqual([3, 2, 1]);
    expect(placesIn(7_000, 6_000, 5_700)).toEqual([2, 1, 3]);
    expect(placesIn(6_000, 7_000, 5_700)).toEqual([2, 1, 3]);
  });
});

describe('places over many draws', () => {
  it('count how often a party is among the riskiest tenth, rounded up to at least one party', () => {
    const tenth = (size: number) =>
      placesOf(drawn(...Array.from({ length: size }, (_, at) => [100 - at, at === size - 1 ? 200 : 100 - at])), numbers).map(
        ({ inRiskiestTenth }) => inRiskiestTenth,
      );
    expect(tenth(3)).toEqual([0.5, 0, 0.5]);
    expect(tenth(10)).toEqual([0.5, ...Array.from({ length: 8 }, () => 0), 0.5]);
    expect(tenth(11)).toEqual([1, 0.5, ...Array.from({ length: 8 }, () => 0), 0.5]);
  });

  it.each([1, 15, 16, 17, 33])('place every one of %i draws', (count) => {
    // The first party is above in every third draw.
    const first = Array.from({ length: count }, (_, at) => (at % 3 === 0 ? 60 : 40));
    const places = placesOf(
      drawn(
        first,
        first.map(() => 50),
      ),
      numbers,
    );
    const above = Math.ceil(count / 3) / count;
    expect(places.map(({ inRiskiestTenth }) => inRiskiestTenth)).toEqual([expect.closeTo(above, 9), expect.closeTo(1 - above, 9)]);
  });

  it('of more than 2,097,152 parties are refused', () => {
    const parties = { length: 2 ** 21 + 1 } as unknown as Drawable[];
    expect(() => placesOf({ count: 1, parties, values: new Float32Array(0) }, numbers)).toThrow(
      new RangeError('2097153 parties are more than can be placed together'),
    );
  });
});

describe('pairs of which one is above the other', () => {
  const row = (above: number) => Array.from({ length: 10 }, (_, at) => (at < above ? 60 : 40));
  const still = Array.from({ length: 10 }, () => 50);

  it('are those of which either is above in nine of ten draws', () => {
    expect(shareToldApart(drawn(row(9), still))).toBe(1);
    expect(shareToldApart(drawn(row(10), still))).toBe(1);
    expect(shareToldApart(drawn(still, row(10)))).toBe(1);
    expect(shareToldApart(drawn(row(8), still))).toBe(0);
    expect(shareToldApart(drawn(still, row(8)))).toBe(0);
    expect(shareToldApart(drawn(row(8), still), { atLeast: 0.75 })).toBe(1);
    // Equal in every draw: neither is above.
    expect(shareToldApart(drawn(still, still))).toBe(0);
  });

  it('are a share of all pairs', () => {
    const high = still.map(() => 90);
    expect(shareToldApart(drawn(row(5), high, still))).toBeCloseTo(2 / 3, 9);
    expect(shareToldApart(drawn(still))).toBe(0);
    expect(shareToldApart(drawn())).toBe(0);
  });

  it('are counted among every so many pairs where there are more than asked for', () => {
    // Six pairs; with two to try, the first and the fourth, and in both one is above.
    const list = drawn(
      row(5),
      still.map(() => 90),
      row(5),
      row(5),
    );
    expect(shareToldApart(list)).toBeCloseTo(3 / 6, 9);
    expect(shareToldApart(list, { most: 2 })).toBe(1);
    expect(shareToldApart(list, { most: 3 })).toBeCloseTo(2 / 3, 9);
  });
});

describe('a list that is placed', () => {
  it('is drawn as often as the method says', () => {
    const places = placeList([party('a', 20), party('b', 90)], numbers);
    expect(places).toEqual([
      { best: 2, worst: 2, inRiskiestTenth: expect.closeTo(0, 2) },
      { best: 1, worst: 1, inRiskiestTenth: expect.closeTo(1, 2) },
    ]);
    expect(placeList([], numbers)).toEqual([]);
  });

  it('has as many draws as the method names up to 40,000 parties, fewer beyond, and never fewer than a hundred', () => {
    expect([0, 1, 40_000, 80_000, 160_000].map((parties) => drawsFor(parties, 1_000))).toEqual([1_000, 1_000, 1_000, 500, 250]);
    expect([400_000, 2_000_000].map((parties) => drawsFor(parties, 1_000))).toEqual([100, 100]);
    expect(drawsFor(1, 200)).toBe(200);
  });

  it('is drawn fewer times where the method names fewer draws', () => {
    const few = { ...numbers, 'R8.draws': { ...numbers['R8.draws'], count: 200 } };
    const shares = placeList([party('a', 50), party('b', 52)], few).map(({ inRiskiestTenth }) => inRiskiestTenth * 200);
    for (const share of shares) expect(share).toBeCloseTo(Math.round(share), 9);
  });
});
