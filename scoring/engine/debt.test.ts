import { describe, expect, it } from 'vitest';
import type { PartyFacts } from '../types.ts';
import { bestSurveys, debtBand, debtShare, worstCorridor } from './debt.ts';
import { methodAt } from './method.ts';

const method = methodAt('2026-11-25');
const read = (facts: PartyFacts, countries: string[], division?: string) => debtShare(facts, { countries, division }, method);

describe('recruitment debt', () => {
  it.each([
    [0, 0],
    [0.3, 1],
    [0.5, 1],
    [0.8, 3],
    [1, 3],
    [2, 5],
    [3, 5],
    [6, 7],
    [6.1, 8],
    [17.6, 8],
  ])('%d months of pay are %d points of 8', (months, points) => {
    expect(debtBand(months, method) * 8).toBe(points);
  });

  it('no migrants at all: no debt', () => {
    expect(read({ migrantShare: { value: 0 } }, ['DE'])).toMatchObject({ point: 0, low: 0, high: 0, known: 1 });
    expect(read({ migrantOrigins: { value: [] } }, ['DE'])).toMatchObject({ point: 0, known: 1 });
  });

  it('migrants of unknown origin take the prior', () => {
    expect(read({ migrantShare: { value: 0.3 } }, ['SA'])).toMatchObject({ point: 0.5, low: 0, high: 1, known: 0 });
    expect(read({}, ['SA'])).toMatchObject({ point: 0.5, known: 0 });
    expect(read({ migrantShare: { value: 0, withdrawn: true } }, ['SA'])).toMatchObject({ point: 0.5, known: 0 });
  });

  it('a surveyed corridor gives its band, for its sectors', () => {
    const construction = read({ migrantOrigins: { value: ['PK'] } }, ['SA'], '41');
    expect(construction).toMatchObject({ point: 1, known: 1 });
    expect(construction.readings[0]?.row?.publisher).toContain('ILO');
    expect(read({ migrantOrigins: { value: ['PK'] } }, ['SA'], '14').known).toBe(0);
  });

  it('a row for both ends goes before a row for one', () => {
    const toSingapore = read({ migrantOrigins: { value: ['BD'] } }, ['SG'], '30');
    expect(toSingapore.readings[0]).toMatchObject({ monthsLow: 15.1, monthsHigh: 15.1 });
    const elsewhere = read({ migrantOrigins: { value: ['BD'] } }, ['JO'], '14');
    expect(elsewhere.readings[0]).toMatchObject({ monthsLow: 17.6 });
  });

  it('the worst of several corridors counts, and an unsurveyed one keeps the range open', () => {
    const two = read({ migrantOrigins: { value: ['FR', 'BD'] } }, ['MY'], '14');
    expect(two.point).toBe(1);
    expect(two.known).toBe(0.5);
    expect(two.high).toBe(1);
  });

  it('an origin that is the country itself is no corridor', () => {
    expect(read({ migrantOrigins: { value: ['MY'] } }, ['MY'], '14')).toMatchObject({ point: 0.5, known: 0, readings: [] });
  });

  it('the survey of the worst corridor says how sure the points are; the ends span all corridors', () => {
    const [small, wide, unsurveyed] = [
      { point: 3 / 8, low: 3 / 8, high: 3 / 8, known: 1, reliability: 1 },
      { point: 5 / 8, low: 1 / 8, high: 7 / 8, known: 1, reliability: 0.5 },
      { point: 1 / 2, low: 0, high: 1, known: 0, reliability: 1 },
    ];
    const expected = { point: 5 / 8, low: 3 / 8, high: 7 / 8, known: 1, reliability: 0.5 };
    expect(worstCorridor([small, wide], small)).toEqual(expected);
    expect(worstCorridor([wide, small], wide)).toEqual(expected);
    expect(worstCorridor([small, wide, unsurveyed], small)).toEqual({ ...expected, high: 1, known: 2 / 3 });
  });

  it('two countries of origin, one destination: each is a corridor', () => {
    expect(read({ migrantOrigins: { value: ['NP', 'PH'] } }, ['KR'])).toMatchObject({ point: 3 / 8, low: 3 / 8, high: 3 / 8, known: 1 });
    expect(read({ migrantOrigins: { value: ['NP', 'BD'] } }, ['KR', 'OM'])).toMatchObject({ point: 1, low: 1, high: 1, known: 0.75 });
  });

  it('corridors are read in the order of their codes, whatever the order they were told in', () => {
    const told = read({ migrantOrigins: { value: ['VN', 'BD', 'VN'] } }, ['TW', 'MY']);
    expect(told.readings.map(({ origin, destination }) => `${origin} ${destination}`)).toEqual(['BD MY', 'BD TW', 'VN MY', 'VN TW']);
    expect(read({ migrantOrigins: { value: ['BD', 'VN'] } }, ['MY', 'TW'])).toEqual(told);
  });

  it('withdrawn origins keep the higher of prior and last known', () => {
    expect(read({ migrantOrigins: { value: ['BD'], withdrawn: true } }, ['MY'])).toMatchObject({ point: 1, low: 0, high: 1, known: 0 });
  });
});

describe('the surveys that fit a corridor best', () => {
  const survey = (from: string, monthsLow: number | null, monthsHigh: number | null = monthsLow) => {
    const [origin = '', destination = '', sectors = ''] = from.split(' ');
    return {
      from,
      originIso2: origin === 'any' ? null : origin,
      destinationIso2: destination === 'any' ? null : destination,
      isicDivisions: sectors === '' ? [] : sectors.split('+'),
      monthsLow,
      monthsHigh,
    };
  };
  const rows = [
    survey('BD any', 3),
    survey('any MY', 2),
    survey('BD MY', 12),
    survey('BD MY 14+41', 9),
    survey('BD MY 10', null),
    survey('NP MY', null),
    survey('NP MY', null, 4),
    survey('NP MY', 5, null),
    survey('ID MY 14', 6),
    survey('any MY 41', 1),
  ];
  it.each([
    ['both ends and the sector are named', 'BD', 'MY', '14', ['BD MY 14+41']],
    ['another sector: all sectors', 'BD', 'MY', '22', ['BD MY']],
    ['a named sector nobody counted months for: all sectors', 'BD', 'MY', '10', ['BD MY']],
    ['no sector is known: all sectors', 'BD', 'MY', undefined, ['BD MY']],
    ['one end is named', 'BD', 'SG', '14', ['BD any']],
    ['the other end is named', 'LA', 'MY', '14', ['any MY']],
    ['one end and the sector before one end', 'LA', 'MY', '41', ['any MY 41']],
    ['several that fit alike, with one figure or two', 'NP', 'MY', '22', ['NP MY', 'NP MY']],
    ['only for other sectors: what is said of the destination', 'ID', 'MY', '22', ['any MY']],
    ['no survey', 'LA', 'SG', '14', []],
  ])('%s', (_situation, origin, destination, division, found) => {
    expect(bestSurveys(rows, { origin, destination, division }).map(({ from }) => from)).toEqual(found);
  });
});
