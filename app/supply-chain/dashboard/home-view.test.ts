import { describe, expect, it } from 'vitest';
import { bandRows, distinctEvents, homeActs } from './home-view';

const none = {
  unassessedAtRisk: 0,
  notScored: 0,
  waiting: 0,
  tierUnknown: 0,
  graveFindings: 0,
  openFindings: 0,
  toReview: 0,
  unfinished: 0,
  overdue: 0,
};

describe('suppliers by band and distance', () => {
  it('lists every band, severe first, and adds up', () => {
    const rows = bandRows([
      { band: 'high', tier: 1, count: 3 },
      { band: 'high', tier: null, count: 2 },
      { band: null, tier: 3, count: 4 },
    ]);
    expect(rows.map(({ band }) => band)).toEqual(['severe', 'high', 'elevated', 'moderate', 'low', null]);
    expect(rows[1]).toEqual({ band: 'high', byTier: [3, 0, 0, 2], total: 5 });
    expect(rows[5]?.byTier).toEqual([0, 0, 4, 0]);
    expect(rows.reduce((sum, { total }) => sum + total, 0)).toBe(9);
  });
});

describe('next steps', () => {
  it('put people at risk before unknown facts, three at most', () => {
    expect(homeActs({ ...none, graveFindings: 2, toReview: 1, notScored: 7, tierUnknown: 9 })).toEqual([
      { kind: 'grave-findings', count: 2 },
      { kind: 'review', count: 1 },
      { kind: 'score', count: 7 },
    ]);
  });

  it('distinguish suppliers that were never scored from those that cannot be', () => {
    expect(homeActs({ ...none, waiting: 5, notScored: 2 })).toEqual([
      { kind: 'wait', count: 5 },
      { kind: 'score', count: 2 },
    ]);
  });

  it('are empty when nothing is left to do', () => {
    expect(homeActs(none)).toEqual([]);
  });
});

describe('recent changes', () => {
  it('show a run of the same event once', () => {
    const event = (recordId: string, act: string, id: string | null) => ({ recordId, act, person: id === null ? null : { id } });
    expect(
      distinctEvents([
        event('a', 'answer', 'u'),
        event('a', 'answer', 'u'),
        event('a', 'open', 'u'),
        event('a', 'open', null),
        event('b', 'open', null),
      ]),
    ).toHaveLength(4);
  });
});
