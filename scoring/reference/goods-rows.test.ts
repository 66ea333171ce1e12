import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goodsMatching } from './at.ts';

const goods = (term: string) => goodsMatching(term, '2026-11-25').map((row) => `${row.good} ${row.match}`);

describe('goodsMatching', () => {
  it.each([
    ['cotton', ['Cotton exact']],
    ['COTTON ', ['Cotton exact']],
    ['frozen shrimps', ['Shrimp contains']],
    ['Rubber gloves', ['Rubber Gloves exact']],
    ['T-shirts', ['Garments exact']],
    ['shoes', ['Footwear exact']],
    ['acai berries', ['Açaí Berries exact']],
    ['5201', ['Cotton exact']],
    ['5201.00', ['Cotton exact']],
    ['6109 10', ['Garments exact', 'Garments (cotton) exact']],
    ['haircut', []],
    ['', []],
    ['9999', []],
  ])('reads %s', (term, expected) => {
    expect(goods(term)).toEqual(expected);
  });

  it.each([
    ['photovoltaic modules', 'Solar Modules exact'],
    ['solar PV modules', 'Solar Modules contains'],
    ['Monocrystalline PV panels', 'Solar Modules contains'],
    ['photovoltaic cells', 'Solar Cells exact'],
    ['solar wafers', 'Photovoltaic Wafers exact'],
    ['polycrystalline silicon', 'Polysilicon exact'],
  ])('reads %s from the vintage of December 2026', (term, expected) => {
    expect(goodsMatching(term, '2026-12-01').map((row) => `${row.good} ${row.match}`)).toEqual([expected]);
  });

  it('reads words of photovoltaic goods as before until that vintage', () => {
    expect(goods('photovoltaic modules')).toEqual([]);
    expect(goods('solar PV modules')).toEqual(['Solar Modules contains']);
  });

  it('says when a code is wider than the heading', () => {
    expect(goodsMatching('52').every((row) => row.match === 'chapter')).toBe(true);
    expect(goods('52')).toContain('Cotton chapter');
  });

  it('never throws, finds the same again and puts exact matches first', () => {
    fc.assert(
      fc.property(fc.string(), (term) => {
        const found = goodsMatching(term);
        const order = found.map((row) => ['exact', 'contains', 'chapter'].indexOf(row.match));
        return (
          order.every((each, index) => index === 0 || each >= (order[index - 1] ?? 0)) &&
          JSON.stringify(goodsMatching(term)) === JSON.stringify(found)
        );
      }),
    );
  });
});
