import { describe, expect, it } from 'vitest';
import { corridorMonths, corridorOf } from './corridor-months.ts';

const asOf = '2026-12-01';
const monthsOf = (origins: string[] | undefined, destinations: string[], more: { division?: string; covered?: string[] } = {}) =>
  corridorMonths(origins, destinations, { division: null, asOf, ...more });

describe('months of pay by surveys of a corridor', () => {
  it('are the middle of the range that surveys give', () => {
    expect(monthsOf(['VN'], ['JP'])).toMatchObject({ months: 9.5, surveys: [{ monthsLow: 7, monthsHigh: 12 }] });
  });

  it('are those of the worst of several corridors, each of which is shown', () => {
    const found = monthsOf(['BD'], ['MY', 'SG', 'OM']);
    expect(found?.months).toBe(16.1);
    expect(found?.surveys.map(({ origin, destination }) => corridorOf(origin, destination))).toEqual(['BD-MY', 'BD-SG', 'BD-OM']);
  });

  it('count a survey of another sector for no corridor', () => {
    expect(monthsOf(['PK'], ['SA'], { division: '41' })?.months).toBe(8.9);
    expect(monthsOf(['PK'], ['SA'], { division: '14' })).toBeNull();
    expect(monthsOf(['PK'], ['SA'])).toBeNull();
  });

  it('are not read of corridors that ledgers cover', () => {
    expect(monthsOf(['BD'], ['MY', 'OM'], { covered: ['BD-OM'] })).toMatchObject({ months: 12, surveys: [{ destination: 'MY' }] });
    expect(monthsOf(['BD'], ['MY'], { covered: ['BD-MY'] })).toBeNull();
  });

  it('are none inside one country, though a survey covers all who come to it', () => {
    expect(monthsOf(['NP'], ['QA'])?.months).toBe(1.25);
    expect(monthsOf(['QA'], ['QA'])).toBeNull();
  });

  it('are none where no survey covers a corridor, or no origin is known', () => {
    expect(monthsOf(['FR'], ['DE'])).toBeNull();
    expect(monthsOf(undefined, ['QA'])).toBeNull();
    expect(monthsOf([], ['QA'])).toBeNull();
  });
});
