import { describe, expect, it } from 'vitest';
import { placeWords } from './place-words.server';
import { measureSample, sampleCells } from './measure-sample.server';

describe('from text to sector', () => {
  it.each([
    ['Cotton shirts', '14', 'Garments'],
    ['nitrile examination gloves', '22', 'Rubber Gloves'],
    ['knitwear', '14', 'Garments'],
    ['Shirts, cotton', '14', 'Garments'],
  ])('reads %j as division %s and as %j', (text, division, good) => {
    const placed = placeWords(text);
    expect(placed.sector?.sector.slice(0, 2)).toBe(division);
    expect(placed.good?.good).toBe(good);
    expect(placed.sector?.by.text).not.toBe('');
  });

  it.each([
    ['Raising of cattle', '01'],
    ['Management consultancy', '70'],
    ['Knitted or crocheted apparel', '14'],
    ['服装有限公司', '14'],
    ['Lederschuhe', '15'],
    ['garmemts', '14'],
  ])('reads %j as division %s', (text, division) => {
    expect(placeWords(text).sector?.sector.slice(0, 2)).toBe(division);
  });

  it.each(['Equipment', 'Various', 'Services', 'Acme Widgets', '12345', '', '—'])('leaves %j unknown', (text) => {
    expect(placeWords(text)).toMatchObject({ sector: null, good: null });
  });

  it('offers candidates, and assigns nothing, where the items of a cell are of several industries', () => {
    const { sector, sectors } = placeWords('Shirts; steel pipes');
    expect(sector).toBeNull();
    expect(sectors.map((each) => each.sector.slice(0, 2))).toEqual(expect.arrayContaining(['14', '24']));
    expect(sectors.length).toBeLessThanOrEqual(5);
  });

  it('reads a term by what it describes: packaging for toys is no toy', () => {
    expect(placeWords('Plastic packaging for toys').sector?.sector.slice(0, 2)).toBe('22');
    expect(placeWords('Toy packaging').good).toBeNull();
  });

  it('gives the same result for the same text', () => {
    expect(placeWords('Cotton shirts', { country: 'BD' })).toEqual(placeWords('Cotton shirts', { country: 'BD' }));
  });
});

describe('the sample of cells', () => {
  it('has at least 150 cells, half of them held out from the term lists', () => {
    expect(sampleCells.length).toBeGreaterThanOrEqual(150);
    expect(sampleCells.filter(({ isHeldOut }) => isHeldOut).length * 2).toBeGreaterThanOrEqual(sampleCells.length - 1);
  });

  it.each(['known', 'held-out'] as const)(
    'is classified correctly for 95 %% at least and wrongly for 2 %% at most, among the %s cells',
    (half) => {
      const figures = measureSample(half);
      expect(figures.wrong.map(({ text, found }) => `${text}: ${found}`).slice(0, 20), 'wrongly classified').toHaveLength(
        figures.wrong.length,
      );
      expect(figures.wrong.length / figures.cells, JSON.stringify(figures.wrong)).toBeLessThanOrEqual(0.02);
      expect(figures.placed / figures.answerable, JSON.stringify(figures.unplaced)).toBeGreaterThanOrEqual(0.95);
      expect(figures.wrongGoods.length / figures.cells, JSON.stringify(figures.wrongGoods)).toBeLessThanOrEqual(0.02);
    },
  );
});
