import { describe, expect, it } from 'vitest';
import { listedGoods } from '../../reference/at.ts';
import type { PartyFacts } from '../../types.ts';
import { methodAt } from '../method.ts';
import { productShare } from '../product.ts';
import { valuesToTry } from './values-to-try.ts';

const method = methodAt('2026-12-01');
const goods = (countries: string[]) => valuesToTry('products', { countries: { value: countries } }, method);
const shareOf = (products: readonly string[], countries: string[]) =>
  productShare({ products: [...products], countries, division: undefined }, method).point;

describe('values that an unknown fact could turn out to have', () => {
  it('of goods: none, the worst listed elsewhere, and the worst listed for the country itself', () => {
    const tried = goods(['VN']).map((each) => [...(each as readonly string[])]);
    expect(tried).toHaveLength(3);
    expect(tried.map((each) => shareOf(each, ['VN']))).toEqual([0, 0.5, 1]);
  });

  it('a country without a listed good has none of its own to try', () => {
    const listed = new Set(listedGoods('2026-12-01').map(({ iso2 }) => iso2));
    expect(listed.has('NO')).toBe(false);
    expect(goods(['NO']).map((each) => (each as readonly string[]).length)).toEqual([0, 1]);
  });

  it('a country whose goods are all listed for an input still has one', () => {
    const rows = listedGoods('2026-12-01');
    const countries = [...new Set(rows.map(({ iso2 }) => iso2))];
    const derived = countries.filter((iso2) =>
      rows.filter((row) => row.iso2 === iso2).every(({ childLabour, forcedLabour }) => childLabour !== true && forcedLabour !== true),
    );
    for (const iso2 of derived) expect(shareOf((goods([iso2]).at(-1) ?? []) as readonly string[], [iso2])).toBe(0.75);
    for (const iso2 of countries.filter((each) => !derived.includes(each)))
      expect(shareOf((goods([iso2]).at(-1) ?? []) as readonly string[], [iso2])).toBe(1);
  });

  const facts: PartyFacts = { countries: { value: ['VN'] } };
  it.each([
    ['migrantShare', [0, 0.5, 1]],
    ['agencyShare', [0, 0.4, 1]],
    ['peakRatio', [1, 2]],
    ['countries', []],
    ['sector', []],
    ['workers', []],
  ] as const)('of %s: %j', (field, expected) => {
    expect(valuesToTry(field, facts, method)).toEqual(expected);
  });

  it('of more exposed groups: from none to all, one more each time', () => {
    expect(valuesToTry('vulnerableGroups', facts, method).map((each) => (each as readonly string[]).length)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('of origins: none, and each that a survey names, once', () => {
    const [none, ...named] = valuesToTry('migrantOrigins', facts, method) as readonly (readonly string[])[];
    expect(none).toEqual([]);
    expect(named.every((each) => each.length === 1)).toBe(true);
    expect(named.map(([origin]) => origin)).toEqual([...new Set(named.map(([origin]) => origin))].sort());
    expect(named.map(([origin]) => origin)).toContain('BD');
  });
});
