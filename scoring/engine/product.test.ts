import { describe, expect, it } from 'vitest';
import { methodAt } from './method.ts';
import { productShare } from './product.ts';

const method = methodAt('2026-11-25');
const read = (products: string[] | undefined, countries: string[], division?: string) =>
  productShare({ products, countries, division }, method);

describe('product component (R3)', () => {
  it('a good listed for the country counts in full, and names the row', () => {
    const share = read(['Garments'], ['VN']);
    expect(share).toMatchObject({ point: 1, low: 1, high: 1, known: 1 });
    expect(share.readings[0]?.reference).toMatchObject({ table: 'listed-goods', row: 'VN:Garments' });
  });

  it('a good listed only elsewhere counts by half', () => {
    expect(read(['Garments'], ['NO'])).toMatchObject({ point: 0.5, low: 0.5, high: 0.5, known: 1 });
  });

  it('an HS code outside all listed headings is nothing', () => {
    expect(read(['8703'], ['NO'])).toMatchObject({ point: 0, low: 0, high: 0, known: 1 });
  });

  it('an HS code finds the good of its heading', () => {
    for (const code of ['6109.10', 'HS 6109', 'hs code: 6109.10', ' 6109 '])
      expect(read([code], ['VN'])).toMatchObject({ point: 1, known: 1 });
  });

  it('an HS chapter wider than the heading may mean another good: the lower bound stays open', () => {
    const share = read(['62'], ['VN']);
    expect(share.point).toBe(1);
    const chapter = read(['07'], ['NO']);
    expect(chapter.low).toBe(0);
    expect(chapter.point).toBe(0.5);
  });

  it('words that name no listed good are not taken as harmless', () => {
    const share = read(['Sondermaschinenteile'], ['DE']);
    expect(share).toMatchObject({ point: 0.5, low: 0, high: 1, known: 0 });
    expect(share.readings[0]?.known).toBe(false);
  });

  it('the worst product counts', () => {
    expect(read(['8703', 'Garments'], ['VN']).point).toBe(1);
    expect(read(['8703', 'words'], ['VN'])).toMatchObject({ point: 0.5, known: 0.5 });
  });

  it('nobody told us: the prior; none known to be listed: nothing', () => {
    expect(read(undefined, ['VN'])).toMatchObject({ point: 0.5, low: 0, high: 1, known: 0 });
    expect(read([], ['VN'])).toMatchObject({ point: 0, low: 0, high: 0, known: 1 });
  });

  it('a sector under the customs presumption counts in full in its country only', () => {
    const there = read(undefined, ['CN'], '14');
    expect(there).toMatchObject({ point: 1, known: 1 });
    expect(there.readings[0]?.reference?.table).toBe('priority-sectors');
    expect(read([], ['CN'], '14').point).toBe(1);
    expect(read([], ['VN'], '14').point).toBe(0);
    expect(read(['8541'], ['CN']).point).toBe(1);
  });

  it('a priority sector is read from its day of designation', () => {
    const lye = (asOf: string) => productShare({ products: ['2815'], countries: ['CN'], division: undefined }, methodAt(asOf));
    expect(lye('2026-11-25').readings[0]?.why).toContain('2025-08-19');
  });
});
