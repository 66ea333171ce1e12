import { describe, expect, it } from 'vitest';
import type { PartyFacts } from '../types.ts';
import { debtBand, debtShare } from './debt.ts';
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

  it('withdrawn origins keep the higher of prior and last known', () => {
    expect(read({ migrantOrigins: { value: ['BD'], withdrawn: true } }, ['MY'])).toMatchObject({ point: 1, low: 0, high: 1, known: 0 });
  });
});
