import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawTrend } from './draw-trend';
import { filterQuery, readFilter } from './filter';
import { type ExposureGroup, foldExposure, foldLine } from './fold-lines';
import { trendDays } from './read-trend.server';

const group = (more: Partial<ExposureGroup> = {}): ExposureGroup => ({
  ...{ dimension: 'band', key: 'high', open: null, deals: 1, withoutAmount: 0, usd: 0, openMinor: 0, scoredUsd: 0, placeUsd: 0 },
  ...{ scoreSum: 0, lowSum: 0, highSum: 0, rateFrom: null, rateTo: null },
  ...more,
});

describe('an exposure row', () => {
  it('never adds amounts without a rate to the dollars', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), fc.nat(1e9), (usd, eur, bdt) => {
        const line = foldLine('high', [
          group({ usd, scoredUsd: usd }),
          group({ open: 'EUR', openMinor: eur }),
          group({ open: 'BDT', openMinor: bdt }),
        ]);
        expect(line.usdCents).toBe(usd);
        expect(line.deals).toBe(3);
        expect(line.open).toEqual([
          { currency: 'BDT', minor: bdt },
          { currency: 'EUR', minor: eur },
        ]);
      }),
    );
  });

  it('weighs scores by dollars, and has none where no dollar is scored', () => {
    const line = foldLine('high', [
      group({ usd: 300, scoredUsd: 100, placeUsd: 50, scoreSum: 100 * 70, lowSum: 100 * 60, highSum: 100 * 80 }),
      group({ usd: 100, scoredUsd: 100, scoreSum: 100 * 50, lowSum: 100 * 40, highSum: 100 * 75 }),
    ]);
    expect(line.mean).toEqual({ score: 60, low: 50, high: 77.5 });
    expect([line.scoredShare, line.placeShare]).toEqual([0.5, 0.125]);
    expect(foldLine('none', [group({ open: 'EUR', openMinor: 5 })])).toMatchObject({ mean: null, scoredShare: null });
  });

  it('is in a fixed order, or sorted by dollars, and shows the dates of the rates', () => {
    const { lines, rates } = foldExposure(
      [
        group({ key: 'low' }),
        group({ key: 'severe' }),
        group({ dimension: 'sector', key: 'mining', usd: 1 }),
        group({ dimension: 'sector', key: 'power', usd: 2 }),
        group({ dimension: 'total', key: 'total', rateFrom: '2026-02-01', rateTo: '2026-05-01' }),
      ],
      { band: ['severe', 'high', 'low'] },
    );
    expect(lines.band.map(({ key }) => key)).toEqual(['severe', 'low']);
    expect(lines.sector.map(({ key }) => key)).toEqual(['power', 'mining']);
    expect(rates).toEqual({ from: '2026-02-01', to: '2026-05-01' });
  });
});

describe('the filter', () => {
  it('is restored from the address it writes, and drops unknown values', () => {
    const filter = readFilter(
      new URLSearchParams('standing=lent&band=none&category=A&sector=power&country=CL&designation=unknown&party=7ABCD'),
    );
    expect(readFilter(new URLSearchParams(filterQuery(filter)))).toEqual(filter);
    expect(filterQuery(readFilter(new URLSearchParams('band=awful&country=chile&standing=x&party=%27')))).toBe('');
    expect(filterQuery(filter, { party: null, band: 'high' })).toContain('band=high');
  });
});

describe('the trend', () => {
  it('has the ends of the last eight quarters and today', () => {
    expect(trendDays('2026-11-28')).toEqual([
      ...['2024-12-31', '2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31', '2026-03-31', '2026-06-30', '2026-09-30', '2026-11-28'],
    ]);
  });

  it('never draws a line between two versions of the method, nor over a gap', () => {
    const days = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-11-28'];
    const point = (day: string, method: string) => ({ day, method, clients: 1, score: 50, low: 40, high: 60 });
    const joins = (points: ReturnType<typeof point>[]) =>
      drawTrend(points, { days, width: 800, height: 300, writeDay: (day) => day }).shapes.filter(
        (shape) => shape.kind === 'line' && shape.tone === 'ink',
      ).length;
    expect(joins([point('2026-03-31', 'a'), point('2026-06-30', 'a')])).toBe(1);
    expect(joins([point('2026-03-31', 'a'), point('2026-06-30', 'b')])).toBe(0);
    expect(joins([point('2026-03-31', 'a'), point('2026-09-30', 'a')])).toBe(0);
    expect(joins([point('2026-03-31', 'a'), point('2026-06-30', 'a'), point('2026-06-30', 'b'), point('2026-09-30', 'b')])).toBe(2);
  });

  it('names each version once over its dates, breaks the scale where one begins, and separates those of one day', () => {
    const days = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-11-28'];
    const point = (day: string, method: string) => ({ day, method, clients: 1, score: 50, low: 40, high: 60 });
    const draw = (points: ReturnType<typeof point>[], width = 844) =>
      drawTrend(points, { days, width, height: 300, writeDay: (day) => day }).shapes;
    // Passed in no order: the earliest is first.
    const shapes = draw([
      point('2026-09-30', '1.3.0 · bbbb'),
      ...['2026-03-31', '2026-06-30', '2026-09-30'].map((day) => point(day, '1.2.0 · aaaa')),
      point('2026-11-28', '1.3.0 · bbbb'),
    ]);
    const names = shapes.filter((shape) => shape.kind === 'text' && shape.tone === 'ink');
    expect(names).toMatchObject([
      { text: '1.2.0 · aaaa', x: 26 },
      { text: '1.3.0 · bbbb', anchor: 'start' },
    ]);
    // A name that would exceed the drawing is placed before the end of its dates.
    expect(draw([point('2026-11-28', '1.3.0 · bbbb')]).filter(({ tone }) => tone === 'ink')).toMatchObject([{ anchor: 'end' }, {}]);
    const breaks = shapes.filter((shape) => shape.kind === 'line' && shape.dash);
    // Between the 30th of June and the 30th of September, of days that are a third of 800 apart.
    expect(breaks).toMatchObject([{ x1: 430, x2: 430 }]);
    const rings = shapes.filter((shape) => shape.kind === 'ring');
    const discs = shapes.filter((shape) => shape.kind === 'disc');
    expect([rings.length, discs.length]).toEqual([3, 2]);
    const [, , third] = rings;
    const [beside] = discs;
    expect(third && beside && beside.cx - third.cx).toBe(9);
    expect(draw([point('2026-03-31', 'a'), point('2026-06-30', 'a')]).some((shape) => shape.kind === 'line' && shape.dash)).toBe(false);
  });
});
