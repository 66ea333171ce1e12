import { describe, expect, it } from 'vitest';
import { seededNormals, seedFor } from '../engine/draws.ts';
import { type Drawable, drawList, drawsOf, endsOf, noClaims, probabilityAbove } from './draws.ts';
import { numbersAt } from './parameters.ts';
import { placesOf, shareToldApart } from './ranks.ts';

const numbers = numbersAt('2026-12-01');
const party = (id: string, score: number, more: Partial<Drawable> = {}): Drawable => ({
  ...{ id, score, floor: null, country: { code: 'VN', error: 6 }, sector: { code: '14', error: 6 }, ownError: 5, claims: noClaims },
  ...more,
});

describe('draws of a list', () => {
  it('are the same whatever order the parties come in, and from one asking to the next', () => {
    const [one, other] = [party('a', 40), party('b', 60)];
    const there = drawList([one, other], numbers);
    const back = drawList([other, one], numbers);
    expect(Array.from(drawsOf(there, 0))).toEqual(Array.from(drawsOf(back, 1)));
    expect(Array.from(there.values)).toEqual(Array.from(drawList([one, other], numbers).values));
  });

  it('spread as the errors say, together: near 8.5 points from 6, 6 and 1.5', () => {
    const values = drawsOf(drawList([party('a', 50, { ownError: 1.5 })], numbers), 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    expect(Math.abs(mean - 50)).toBeLessThan(1);
    expect(Math.abs(deviation - Math.hypot(6, 6, 1.5))).toBeLessThan(0.6);
    const { low, high } = endsOf(values, numbers['R8.draws']);
    expect(values.filter((value) => value < low).length / values.length).toBeCloseTo(0.05, 2);
    expect(values.filter((value) => value > high).length / values.length).toBeCloseTo(0.05, 2);
  });

  it('tell two parties of one country and sector apart though each is wide, and two of different ones less', () => {
    const alike = drawList([party('a', 40), party('b', 55)], numbers);
    const apart = drawList(
      [party('a', 40), party('b', 55, { country: { code: 'TR', error: 6 }, sector: { code: '10', error: 6 } })],
      numbers,
    );
    expect(probabilityAbove(alike, 1, 0)).toBeGreaterThan(0.97);
    expect(probabilityAbove(apart, 1, 0)).toBeLessThan(probabilityAbove(alike, 1, 0));
    expect(probabilityAbove(alike, 1, 0) + probabilityAbove(alike, 0, 1)).toBeCloseTo(1, 9);
  });

  it('take a claim away in as many draws as such claims are false, the worse kind of evidence first', () => {
    const still = { country: { code: 'VN', error: 0 }, sector: { code: '14', error: 0 }, ownError: 0 };
    const claims = { ...noClaims, 'self-declared': -3, 'audit-announced': -10 };
    const values = Array.from(drawsOf(drawList([party('a', 37, { ...still, claims })], numbers), 0));
    const at = (value: number) => values.filter((each) => Math.abs(each - value) < 1e-4).length / values.length;
    expect(at(37) + at(40) + at(50)).toBe(1);
    expect(Math.abs(at(37) - 0.5)).toBeLessThan(0.05);
    expect(Math.abs(at(50) - 0.15)).toBeLessThan(0.04);
  });

  it('are the score and each error times its own numbers, by country, sector and party', () => {
    const { seed, count } = numbers['R8.draws'];
    const [country, sector, own] = ['country VN', 'sector 14', 'party a'].map((label) => seededNormals(seedFor(seed, label), count));
    const values = drawsOf(drawList([party('a', 50, { sector: { code: '14', error: 4 } })], numbers), 0);
    expect(values).toHaveLength(count);
    values.forEach((value, at) => {
      expect(value).toBeCloseTo(50 + 6 * (country?.[at] ?? 0) + 4 * (sector?.[at] ?? 0) + 5 * (own?.[at] ?? 0), 3);
    });
  });

  it('share no error of a sector that is not known, and have none where its error is 0', () => {
    const unknown = { ownError: 0, sector: { code: null, error: 9 } };
    const [one, other, same] = [
      party('a', 50, unknown),
      party('b', 50, unknown),
      party('c', 50, { ownError: 0, sector: { code: null, error: 0 } }),
    ];
    const draws = drawList([one, other, same], numbers);
    const [a, b, c] = [0, 1, 2].map((at) => Array.from(drawsOf(draws, at)));
    expect(a).not.toEqual(b);
    const { seed, count } = numbers['R8.draws'];
    const country = seededNormals(seedFor(seed, 'country VN'), count);
    c?.forEach((value, at) => {
      expect(value).toBeCloseTo(50 + 6 * (country[at] ?? 0), 3);
    });
  });

  it('end at two of their own values, and are left in their order', () => {
    const values = Uint32Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(endsOf(values, { lower: 0.05, upper: 0.95 })).toEqual({ low: 5, high: 95 });
    expect(endsOf(values, { lower: 0, upper: 1 })).toEqual({ low: 1, high: 100 });
    expect(values[0]).toBe(100);
  });

  it('count a draw in which two are equal by half', () => {
    const still = { country: { code: 'VN', error: 0 }, sector: { code: '14', error: 0 }, ownError: 0 };
    const draws = drawList([party('a', 50, still), party('b', 50, still), party('c', 51, still)], numbers);
    expect([probabilityAbove(draws, 0, 1), probabilityAbove(draws, 2, 0), probabilityAbove(draws, 0, 2)]).toEqual([0.5, 1, 0]);
  });

  it('lose a claim in exactly the draws in which its luck is bad', () => {
    const still = { country: { code: 'VN', error: 0 }, sector: { code: '14', error: 0 }, ownError: 0 };
    const claims = { ...noClaims, none: -1, 'document-uploaded': -2, 'document-checked': -4, 'audit-unannounced': -8 };
    const values = Array.from(drawsOf(drawList([party('a', 35, { ...still, claims })], numbers), 0));
    // Worse evidence goes first, so only these sums are drawn: all true, then none, uploaded, checked and unannounced gone as well.
    const found = [...new Set(values)].sort((a, b) => a - b);
    expect(found).toEqual([35, 36, 38, 42, 50]);
    const share = (value: number) => values.filter((each) => each === value).length / values.length;
    for (const [value, expected] of [
      [35, 0.5],
      [36, 0.15],
      [38, 0.15],
      [42, 0.15],
      [50, 0.05],
    ] as const)
      expect(Math.abs(share(value) - expected), `${value}`).toBeLessThan(0.05);
  });

  it('never fall below the floor of an override', () => {
    const values = drawsOf(drawList([party('a', 40, { floor: 90 })], numbers), 0);
    expect(Math.min(...values)).toBe(90);
  });
});

describe('places in a list', () => {
  it('run from the riskiest, with the range that draws leave and the chance of the riskiest tenth', () => {
    const parties = Array.from({ length: 20 }, (_, at) => party(`p${at}`, 20 + 3 * at));
    const draws = drawList(parties, numbers);
    const places = placesOf(draws, numbers);
    expect(places[19]).toMatchObject({ best: 1 });
    expect(places[0]?.worst).toBe(20);
    for (const { best, worst } of places) expect(best).toBeLessThanOrEqual(worst);
    // Two of twenty are the tenth, in every draw.
    expect(places.reduce((sum, { inRiskiestTenth }) => sum + inRiskiestTenth, 0)).toBeCloseTo(2, 9);
    expect(places[19]?.inRiskiestTenth).toBeGreaterThan(0.8);
    expect(places[0]?.inRiskiestTenth).toBe(0);
    expect(shareToldApart(draws)).toBeGreaterThan(0.5);
  });

  it('are those of a plain sort of every draw, from parties far below 0 to far above 100', () => {
    const parties = Array.from({ length: 60 }, (_, at) => party(`p${at}`, -140 + 6 * at));
    const draws = drawList(parties, numbers);
    const drawn = parties.map((_, at) => Array.from(drawsOf(draws, at)));
    const placed = parties.map((): number[] => []);
    for (let draw = 0; draw < draws.count; draw += 1)
      parties
        .map((_, at) => at)
        .sort((a, b) => (drawn[b]?.[draw] ?? 0) - (drawn[a]?.[draw] ?? 0))
        .forEach((at, place) => {
          placed[at]?.push(place + 1);
        });
    placesOf(draws, numbers).forEach(({ best, worst, inRiskiestTenth }, at) => {
      const own = placed[at] ?? [];
      const { low, high } = endsOf(Uint32Array.from(own), numbers['R8.draws']);
      expect([best, worst]).toEqual([low, high]);
      expect(inRiskiestTenth).toBeCloseTo(own.filter((place) => place <= 6).length / draws.count, 9);
    });
  });

  it('of one party are the first; of equals are all places', () => {
    expect(placesOf(drawList([party('a', 40)], numbers), numbers)).toEqual([{ best: 1, worst: 1, inRiskiestTenth: 1 }]);
    const [one] = placesOf(
      drawList(
        Array.from({ length: 10 }, (_, at) => party(`p${at}`, 40)),
        numbers,
      ),
      numbers,
    );
    expect([one?.best, one?.worst]).toEqual([1, 10]);
  });
});
