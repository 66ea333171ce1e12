import { describe, expect, it } from 'vitest';
import { countTierHeaders, fieldsOfTiers, tierOfHeader } from './tier-columns';

describe('a heading names a tier', () => {
  it.each([
    ['Tier 1', 1, 'name'],
    ['Tier 1 (CMT factory)', 1, 'name'],
    ['Tier 2 – fabric mill', 2, 'name'],
    ['Tier-3 supplier name', 3, 'name'],
    ['TIER2', 2, 'name'],
    ['T3', 3, 'name'],
    ['2nd tier supplier', 2, 'name'],
    ['Second-tier supplier', 2, 'name'],
    ['Lieferant Stufe 1', 1, 'name'],
    ['Stufe 2 Land', 2, 'country'],
    ['Nivel 2', 2, 'name'],
    ['País nivel 2', 2, 'country'],
    ['Fournisseur de rang 3', 3, 'name'],
    ['Pays rang 3', 3, 'country'],
    ['Nhà cung cấp cấp 2', 2, 'name'],
    ['二级供应商', 2, 'name'],
    ['二级供应商国家', 2, 'country'],
    ['Tier 2 country', 2, 'country'],
    ['Tier 2 address', 2, 'other'],
    ['Tier 1 products', 1, 'other'],
  ])('%s', (header, tier, of) => expect(tierOfHeader(header)).toEqual({ tier, of }));

  it.each(['Tier', 'Supplier tier', 'Tier 1 / Tier 2', 'Tier 12', 'Frontier 1', 'Supplier', 'Product 2'])('%s does not', (header) =>
    expect(tierOfHeader(header)).toBeNull(),
  );
});

it('rows below a column of tiers are no heading', () => {
  expect(countTierHeaders(['Garments A', 'Bangladesh', 'Tier 1'])).toBe(0);
  expect(countTierHeaders(['Tier 1', 'Tier 1 country', 'Tier 2'])).toBe(3);
});

describe('columns of tiers', () => {
  const of = (header: string[], ...rows: string[][]) => [
    ...fieldsOfTiers(
      header,
      rows.map((cells) => ({ cells })),
    ),
  ];
  it('are fields by their tier; what is neither a name nor a country of a further tier is left out', () =>
    expect(of(['Supplier', 'Tier 2', 'Tier 2 city', 'Tier 2 country'], ['A', 'Mill B', 'Hue', 'Vietnam'])).toEqual([
      [1, 'tier2'],
      [2, 'ignore'],
      [3, 'tier2Country'],
    ]));
  it('with ticks or one tier alone are none', () => {
    expect(of(['Supplier', 'Tier 1', 'Tier 2'], ['A', 'x', ''], ['B', 'x', 'x'])).toEqual([]);
    expect(of(['Tier 1 supplier', 'Country'], ['A', 'Vietnam'])).toEqual([]);
  });
});
