import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listedGoods } from '../reference/at.ts';
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

  describe('a good that is listed only for an input it is made with', () => {
    const on = (asOf: string, products: string[], country: string) =>
      productShare({ products, countries: [country], division: undefined }, methodAt(asOf));
    const [before, after] = ['2026-11-30', '2026-12-01'];

    it('counts like any listed good before December 2026, and less from then on', () => {
      expect(on(before, ['Refined palm oil'], 'MY')).toMatchObject({ point: 1, low: 1, high: 1 });
      expect(on(after, ['Refined palm oil'], 'MY')).toMatchObject({ point: 0.75, low: 0.75, high: 0.75, known: 1 });
      expect(on(before, ['Refined palm oil'], 'PH').point).toBe(0.5);
      expect(on(after, ['Refined palm oil'], 'PH').point).toBe(0.375);
    });

    it('says so whatever the day, and names the input', () => {
      for (const day of [before, after])
        expect(on(day, ['Refined palm oil'], 'MY').readings[0]?.why).toContain('because it is made with Palm Fruit of MY');
      expect(on(after, ['Palm fruit'], 'MY').readings[0]?.why).not.toContain('made with');
    });

    it('what is listed itself counts as before, and the worst product counts', () => {
      expect(on(after, ['Palm fruit'], 'MY').point).toBe(1);
      expect(on(after, ['Garments'], 'CN').point).toBe(1);
      expect(on(after, ['Palm fruit', 'Refined palm oil'], 'MY').point).toBe(1);
      expect(on(after, ['Garments'], 'NO').point).toBe(0.5);
    });

    it('never counts more than before, nor less than a good of no list; listed here never less than listed elsewhere', () => {
      const goods = [...new Set(listedGoods(after).map(({ good }) => good))];
      const iso2s = [...new Set(listedGoods(after).map(({ iso2 }) => iso2)), 'NO'];
      fc.assert(
        fc.property(fc.constantFrom(...goods), fc.constantFrom(...iso2s), fc.constantFrom(...iso2s), (good, iso2, other) => {
          const [old, fresh] = [on(before, [good], iso2), on(after, [good], iso2)];
          expect(fresh.point).toBeLessThanOrEqual(old.point);
          expect(fresh.point).toBeGreaterThan(0);
          const both = productShare({ products: [good], countries: [iso2, other], division: undefined }, methodAt(after));
          expect(both.point).toBe(Math.max(fresh.point, on(after, [good], other).point));
        }),
      );
    });
  });
});
