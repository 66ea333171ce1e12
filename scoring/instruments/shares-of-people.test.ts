import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impossiblePeople, type PeopleCounted, sharesOfPeople } from './shares-of-people.ts';

const count = fc.option(fc.nat(5000), { nil: undefined });
const anyPeople: fc.Arbitrary<PeopleCounted> = fc
  .record({ all: count, foreign: count, internal: count, agency: count, busiest: count, quietest: count })
  .map((people) => Object.fromEntries(Object.entries(people).filter(([, value]) => value !== undefined)));

describe('shares of counted people', () => {
  it('are the group in percent of all, and the busiest month over the quietest', () => {
    expect(sharesOfPeople({ all: 40, foreign: 10, internal: 0, agency: 3, busiest: 60, quietest: 40 })).toEqual({
      migrantShare: 25,
      internalMigrantShare: 0,
      agencyShare: 7.5,
      peakRatio: 1.5,
    });
    expect(sharesOfPeople({ all: 30, foreign: 10 })).toEqual({ migrantShare: 33.33 });
  });

  it('leave unknown what nobody counted', () => {
    expect(sharesOfPeople({})).toEqual({});
    expect(sharesOfPeople({ foreign: 10, busiest: 60 })).toEqual({});
    expect(sharesOfPeople({ all: 40 })).toEqual({});
    expect(sharesOfPeople({ all: 0, foreign: 0 })).toEqual({});
    expect(sharesOfPeople({ busiest: 60, quietest: 0 })).toEqual({});
    // Nobody is none of any whole.
    expect(sharesOfPeople({ foreign: 0 })).toEqual({ migrantShare: 0 });
  });

  it('never round somebody to nobody, and stay within what the boxes of shares take', () => {
    expect(sharesOfPeople({ all: 1_000_000, foreign: 1 })).toEqual({ migrantShare: 0.01 });
    expect(sharesOfPeople({ busiest: 500, quietest: 2 })).toEqual({ peakRatio: 10 });
    fc.assert(
      fc.property(anyPeople, (people) => {
        fc.pre(impossiblePeople(people).length === 0);
        const { peakRatio, ...shares } = sharesOfPeople(people);
        for (const share of Object.values(shares)) expect(share >= 0 && share <= 100).toBe(true);
        if (peakRatio !== undefined) expect(peakRatio >= 1 && peakRatio <= 10).toBe(true);
        expect(shares.migrantShare === 0).toBe(people.foreign === 0 && people.all !== 0);
        expect(shares.migrantShare === undefined).toBe(
          people.foreign === undefined || people.all === 0 || (people.foreign > 0 && people.all === undefined),
        );
      }),
    );
  });

  it('name the counts that cannot be true', () => {
    expect(impossiblePeople({ all: 30, foreign: 31, internal: 30, agency: 40, busiest: 20, quietest: 25 })).toEqual([
      'foreign',
      'agency',
      'busiest',
    ]);
    expect(impossiblePeople({ foreign: 31, busiest: 20 })).toEqual([]);
  });
});
