import { describe, expect, it } from 'vitest';
import { methodAt } from './method.ts';
import { productShare } from './product.ts';

const method = methodAt('2026-12-02');
const read = (products: string[] | undefined, countries: string[], division?: string) =>
  productShare({ products, countries, division }, method);
const lines = (products: string[] | undefined, countries: string[], division?: string) =>
  read(products, countries, division).readings.map(({ product, share, known, why }) => [product, share, known, why]);

/** What the trace says of each product, by hand from the list of goods (2024-09) and the priority sectors (2025-08). */
describe('readings of products (R3)', () => {
  it('one line a product, in order, however its code was written', () => {
    expect(lines(['hs: 8703', 'HS 6109', '6109', 'HS code 8703', ' 8703 ', 'HSCODE8703', '8703.21'], ['VN'])).toEqual([
      ['6109', 1, true, 'Garments (61): listed for this country'],
      ['8703', 0, true, 'no listed good has this code'],
      ['8703.21', 0, true, 'no listed good has this code'],
    ]);
    expect(lines(['shs 8703', 'hs x'], ['VN']).map(([product]) => product)).toEqual(['hs x', 'shs 8703']);
  });

  it('what is no code of two to ten digits is a word that names nothing', () => {
    const unknown = 'names no listed good; not taken as harmless';
    expect(lines(['1', 'X8703', '8703X', '12345678901'], ['NO'])).toEqual([
      ['1', 0.5, false, unknown],
      ['12345678901', 0.5, false, unknown],
      ['8703X', 0.5, false, unknown],
      ['X8703', 0.5, false, unknown],
    ]);
    expect(lines(['86', '8703211234'], ['NO']).map(([, share, known]) => [share, known])).toEqual([
      [0, true],
      [0, true],
    ]);
  });

  it('names the input and where it comes from, as far as the list says', () => {
    expect(lines(['Garments (cotton)'], ['VN'])[0]?.[3]).toContain('Garments');
    expect(lines(['Cooking oil (palm-oil-blends)'], ['IN'])).toEqual([
      [
        'Cooking oil (palm-oil-blends)',
        0.75,
        true,
        expect.stringMatching(/: listed for this country, because it is made with Palm Fruit$/),
      ],
    ]);
    expect(lines(['Indium'], ['KR'])[0]?.[3]).toMatch(/listed for this country, because it is made with Zinc of BO$/);
    expect(lines(['Indium'], ['NO'])[0]?.slice(1, 3)).toEqual([0.375, true]);
  });

  it('of two countries the one that lists the good itself before one that lists it for an input', () => {
    expect(lines(['Cocoa'], ['NO', 'CI'])[0]?.[1]).toBe(1);
    expect(lines(['Cigarettes (tobacco)'], ['RU', 'NO'])[0]?.[1]).toBe(0.75);
  });

  it('a customs presumption is told before the list, by code or by name, in its country only', () => {
    const soda = 'Caustic soda: priority sector of the customs presumption since 2025-08-19';
    expect(lines(['281512'], ['CN'])).toEqual([['281512', 1, true, soda]]);
    expect(lines(['281512'], ['VN'])).toEqual([['281512', 0.5, true, 'Caustic Soda (2815): listed for other countries']]);
    expect(lines(['122815'], ['CN'])).toEqual([['122815', 0, true, 'no listed good has this code']]);
    expect(lines(['Tomatoes'], ['CN'])[0]?.[3]).toBe(
      'Tomatoes and downstream products: priority sector of the customs presumption since 2022-06-17',
    );
    expect(lines(['Tomatoes'], ['NO'])[0]?.[3]).toMatch(/listed for other countries/);
  });

  it('a sector under the presumption is a line of its own after the products', () => {
    expect(lines(['8703'], ['CN'], '14')).toEqual([
      ['8703', 0, true, 'no listed good has this code'],
      ['Apparel', 1, true, 'priority sector of the customs presumption since 2022-06-17'],
    ]);
    expect(read(['8703'], ['CN'], '14')).toMatchObject({ point: 1, known: 1, reliability: 1 });
    expect(lines(undefined, ['CN'], '99')).toEqual([]);
  });

  it('how much is settled is the share of products that are known, unless one is listed in full', () => {
    expect(read(['8703', '8704', 'words'], ['NO']).known).toBeCloseTo(2 / 3, 12);
    expect(read(['Garments', 'words'], ['VN']).known).toBe(1);
    expect(read(['words', 'more words'], ['NO'])).toMatchObject({ known: 0, reliability: 1, low: 0, high: 1 });
    expect(read(['Garments', 'words'], ['NO'])).toMatchObject({ point: 0.5, low: 0.5, high: 1, known: 0.5 });
  });
});
