import { describe, expect, it } from 'vitest';
import { blend, countryShare, governanceShare } from './country.ts';
import { methodAt } from './method.ts';

const asOf = '2026-11-25';
const method = methodAt(asOf);

type Part = Parameters<typeof blend>[0][number];
const known = (weight: number, share: number, rest: Partial<Part> = {}): Part => ({
  weight,
  share,
  low: share,
  high: share,
  known: 1,
  reliability: 1,
  ...rest,
});
const unknown = (weight: number): Part => ({ weight, low: 0, high: 1, known: 0, reliability: 1 });
const close = (value: number) => expect.closeTo(value, 12);

function read(iso2: string) {
  const share = countryShare(iso2, asOf);
  if (!share) throw new Error(`no share for ${iso2}`);
  return share;
}
const partOf = (iso2: string, id: string) => {
  const part = read(iso2).parts.find((each) => each.id === id);
  if (!part) throw new Error(`no ${id}`);
  return part;
};

describe('the blend of R1, by hand', () => {
  it('re-weights where half or more is known, and leaves the rest open', () => {
    // (0.3 x 0.2 + 0.2 x 0.7) / 0.5; the rest at best and at worst.
    expect(blend([known(0.3, 0.2), known(0.2, 0.7), unknown(0.5)], method)).toEqual({
      point: close(0.4),
      low: close(0.2),
      high: close(0.7),
      weight: close(0.5),
      known: close(0.5),
      isThin: false,
      reliability: close(1),
    });
  });

  it('puts the prior of a half in the place of the rest where less than half is known', () => {
    // 0.4 x 0.2 + 0.6 x 0.5, of a weight of 1.
    expect(blend([known(0.4, 0.2), unknown(0.6)], method)).toEqual({
      point: close(0.38),
      low: close(0.08),
      high: close(0.68),
      weight: close(1),
      known: close(0.4),
      isThin: true,
      reliability: close(1),
    });
  });

  it('counts a part that is partly known by what is known of it', () => {
    // Known: 0.6 x 0.5 = 0.3, so thin; nothing is missing whole, so the point stays that of the part.
    expect(blend([known(0.6, 0.5, { known: 0.5, low: 0.25, high: 0.75 })], method)).toMatchObject({
      point: close(0.5),
      known: close(0.3),
      isThin: true,
      low: close(0.15),
    });
  });

  it('weighs how sure the sources are by what each of them makes known', () => {
    // (0.5 x 1 x 0.5 + 0.5 x 0.5 x 1) / (0.5 + 0.25)
    const made = blend([known(0.5, 0.2, { reliability: 0.5 }), known(0.5, 0.2, { known: 0.5 })], method);
    expect(made?.reliability).toBeCloseTo(2 / 3, 12);
    expect(blend([known(1, 0.2, { known: 0 })], method)?.reliability).toBe(1);
  });

  it('holds the point within its bounds, and both within 0 and 1', () => {
    expect(blend([known(1, 0.5, { low: 0.7, high: 0.8 })], method)).toMatchObject({ point: 0.5, low: 0.5, high: 0.8 });
    expect(blend([known(1, 0.5, { low: 0.1, high: 0.3 })], method)).toMatchObject({ point: 0.5, low: 0.1, high: 0.5 });
    expect(blend([known(1, 0.5, { high: 1.2 })], method)?.high).toBe(1);
  });
});

describe('governance', () => {
  const held = (estimate: number, standardError: number | null = null) => ({ estimate, standardError });

  it('runs from 0 at 2.5 to 1 at -2.5, and no further', () => {
    expect(governanceShare({ a: held(2.5) }, 0, method)).toBe(0);
    expect(governanceShare({ a: held(-2.5) }, 0, method)).toBe(1);
    expect(governanceShare({ a: held(3), b: held(-3) }, 0, method)).toBe(0.5);
    expect(governanceShare({ a: held(1), b: held(0), c: undefined }, 0, method)).toBeCloseTo(0.4, 12);
  });

  it('moves by so many standard errors towards worse, where one is held', () => {
    expect(governanceShare({ a: held(0, 0.5) }, 1, method)).toBeCloseTo(0.6, 12);
    expect(governanceShare({ a: held(0, 0.5) }, -2, method)).toBeCloseTo(0.3, 12);
    expect(governanceShare({ a: held(0, 0.5), b: held(0) }, 1, method)).toBeCloseTo(0.55, 12);
  });
});

describe('what the tables hold of countries', () => {
  it('where next to nothing is known, is the prior and an interval of nearly everything', () => {
    // Only deaths in conflicts are held, and there are none: 0.075 x 0 + 0.925 x 0.5.
    expect(read('AQ')).toMatchObject({ point: close(0.4625), low: 0, high: close(0.925), known: close(0.075), isThin: true });
    expect([...read('AQ').draws].every((share) => share === read('AQ').point)).toBe(true);
  });

  it('says of each part why nothing is known', () => {
    expect(read('AQ').parts.map(({ id, unknown: why }) => [id, why])).toEqual([
      ['governance', 'no governance estimate is held'],
      ['trafficking', 'the report does not rank the country'],
      ['legal', 'not a member of the ILO, or no status is held'],
      ['informality', 'no figure on informal employment is held'],
      ['conflict', undefined],
      ['displacement', 'no figure on displaced people, or no population, is held'],
    ]);
  });

  it('is as sure as its rows: a derived figure counts nine tenths', () => {
    expect(partOf('TW', 'conflict')).toMatchObject({ share: 0, known: 1, reliability: close(0.9) });
    // (0.55 x 1 + 0.075 x 0.9) / 0.625
    expect(read('TW')).toMatchObject({ known: close(0.625), weight: close(0.625), isThin: false, reliability: close(0.988) });
  });

  it('says which kinds of displaced people its figure lacks, and only those', () => {
    expect(partOf('AF', 'displacement').readings[0]?.label).toBe(
      'displaced people in the country, end of 2025, without othersInNeedHosted, unrwaRefugeesHosted',
    );
    const labels = ['SY', 'JO', 'CO', 'UA', 'BD', 'VN', 'TR'].map((iso2) => partOf(iso2, 'displacement').readings[0]?.label ?? '');
    for (const label of labels) expect(label).toMatch(/^displaced people in the country, end of \d{4}(, without [a-zA-Z, ]+)?$/);
  });

  it('draws move by the weight that governance has in what is known', () => {
    const taiwan = read('TW');
    const norm = 0.35 / 0.625;
    const { readings } = partOf('TW', 'governance');
    const estimates = Object.fromEntries(
      readings.map(({ label, value }) => [label, { estimate: Number(value), standardError: Number(label.split('standard error ')[1]) }]),
    );
    const at = (errors: number) =>
      taiwan.point + norm * (governanceShare(estimates, errors, method) - governanceShare(estimates, 0, method));
    const sorted = [...taiwan.draws].sort((a, b) => a - b);
    // A thousand normal draws reach beyond two standard errors on both sides, and never beyond five.
    expect(sorted[0]).toBeLessThan(at(-2));
    expect(sorted[0]).toBeGreaterThan(at(-5));
    expect(sorted.at(-1)).toBeGreaterThan(at(2));
    expect(sorted.at(-1)).toBeLessThan(at(5));
    expect(sorted[500]).toBeCloseTo(taiwan.point, 2);
  });
});
