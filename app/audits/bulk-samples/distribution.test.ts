import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursDistribution, hoursOfWorkers, joinSmall, payDistribution, payOfWorkers, protectedDistribution } from './distribution';

const week = (code: string, hours: number) => ({ code, regular: Math.min(48, hours), overtime: Math.max(0, hours - 48) });
const people = (count: number, hours: number, from = 0) => Array.from({ length: count }, (_, at) => week(`w${from + at}`, hours));

describe('distributions for the team', () => {
  it('count every sample once, and a week of exactly the limit within it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 168 }), { minLength: 1, maxLength: 60 }), (hours) => {
        const found = hoursDistribution(
          hours.map((each, at) => week(`w${at}`, each)),
          54,
        );
        expect(found?.bins.reduce((sum, { count }) => sum + count, 0)).toBe(hours.length);
        expect(found?.beyond).toBe(hours.filter((each) => each > 60).length);
        const over = found?.bins.filter(({ from }) => from >= 60) ?? [];
        expect(over.reduce((sum, { count }) => sum + count, 0)).toBe(found?.beyond);
      }),
    );
    expect(hoursDistribution([], null)).toBeNull();
  });

  it('compare basic pay of an hour with the minimum, where both are known', () => {
    const wage = (basicPaid: number, regularHours: number | null) => ({ code: 'a', basicPaid, regularHours, minimumHourly: 50 });
    expect(payDistribution([wage(9_900, 200), wage(10_000, 200), wage(9_000, null)])).toMatchObject({ samples: 2, beyond: 1 });
    expect(payDistribution([wage(1, null)])).toBeNull();
  });
});

describe('distributions outside of the team', () => {
  it('count each worker once, by the longest week and the lowest pay', () => {
    expect(hoursOfWorkers([week('a', 50), week('a', 70), week('b', 40)])).toEqual([70, 40]);
    const wage = (code: string, basicPaid: number) => ({ code, basicPaid, regularHours: 1, minimumHourly: 100 });
    expect(payOfWorkers([wage('a', 120), wage('a', 90)])).toEqual([90]);
  });

  it('never show a group of one to four, and lose no one, for all numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 60 }), fc.nat(9), (hours, unknown) => {
        const shown = protectedDistribution('hours', { byWorker: hours, workers: hours.length + unknown });
        if (shown === null) {
          expect(hours.length < 10 || (unknown > 0 && unknown < 5)).toBe(true);
          return;
        }
        expect(shown.bins.every(({ count }) => count === 0 || count >= 5)).toBe(true);
        expect(shown.bins.reduce((sum, { count }) => sum + count, 0)).toBe(hours.length);
      }),
    );
  });

  it('join a small group beyond a limit with those before it, so that it is not counted', () => {
    const samples = [...people(12, 47), ...people(6, 55, 20), ...people(3, 70, 40)];
    const shown = protectedDistribution('hours', { byWorker: hoursOfWorkers(samples), workers: 21 });
    expect(shown?.bins.filter(({ count }) => count > 0)).toEqual([
      { from: 40, to: 48, count: 12 },
      { from: 48, to: null, count: 9 },
    ]);
  });

  it('join neighbours in order', () => {
    const bins = [3, 1, 7, 0, 2].map((count, at) => ({ from: at, to: at + 1, count }));
    expect(joinSmall(bins).map(({ from, to, count }) => [from, to, count])).toEqual([[0, 5, 13]]);
  });
});
