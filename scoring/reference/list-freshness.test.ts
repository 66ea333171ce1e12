import { describe, expect, it } from 'vitest';
import { type datedLists, listFreshness } from './list-freshness.ts';

const of = (list: (typeof datedLists)[number], today: string) => listFreshness(today).find((each) => each.list === list);

describe('how fresh the lists of enforcement are', () => {
  it('is said of each, from the day to which it is complete', () => {
    expect(listFreshness('2026-11-30').map(({ list, completeTo }) => [list, completeTo])).toEqual([
      ['listed-entities', '2025-01-15'],
      ['import-orders', '2026-01-30'],
      ['priority-sectors', '2025-08-19'],
    ]);
    expect(of('import-orders', '2026-02-01')).toMatchObject({ ageDays: 2, likelyMissed: 0 });
  });

  it('counts the changes that were probably missed by the rhythm of its own entries', () => {
    const entities = of('listed-entities', '2026-11-30');
    expect(entities?.ageDays).toBe(684);
    expect(entities?.rhythmDays).toBeGreaterThan(30);
    expect(entities?.rhythmDays).toBeLessThan(200);
    expect(entities?.likelyMissed).toBe(Math.floor(684 / (entities?.rhythmDays ?? 1)));
    // Three designations in three years: less than one is expected within fifteen months.
    expect(of('priority-sectors', '2026-11-30')?.likelyMissed).toBe(0);
  });

  it('grows with the day on which somebody looks, and is not known before the first lists', () => {
    expect(of('listed-entities', '2027-11-30')?.likelyMissed).toBeGreaterThan(of('listed-entities', '2026-11-30')?.likelyMissed ?? 0);
    expect(() => listFreshness('2025-12-31')).toThrow(RangeError);
  });
});
