import { describe, expect, it } from 'vitest';
import { allParameters } from '#scoring';
import { compareMethods, daysOfChange, readComparison } from './compare-methods.server';

const ask = (query: string) => readComparison(new URLSearchParams(query), '2026-11-25');

describe('the dates of a comparison', () => {
  it('are the first day of the method and today unless the address says others', () => {
    expect(ask('')).toEqual({ from: '2026-01-01', to: '2026-11-25' });
    expect(ask('from=2026-06-20&to=2026-02-01')).toEqual({ from: '2026-06-20', to: '2026-02-01' });
  });

  it('are rejected when invalid or before the method begins', () => {
    expect(ask('from=yesterday')).toEqual({ problem: 'no-date', first: '2026-01-01' });
    expect(ask('from=2026-02-30')).toEqual({ problem: 'no-date', first: '2026-01-01' });
    expect(ask('from=2025-12-31')).toEqual({ problem: 'before-first', first: '2026-01-01' });
    expect(ask('to=2025-12-31')).toEqual({ problem: 'before-first', first: '2026-01-01' });
  });

  it('list every day on which a number came into force, newest first', () => {
    const days = daysOfChange();
    expect(days).toEqual([...days].sort().reverse());
    for (const { effectiveFrom } of allParameters()) expect(days).toContain(effectiveFrom);
  });
});

describe('A27: a comparison', () => {
  it('of a day with itself shows no difference', () => {
    const { parameters, tables, examples } = compareMethods('2026-03-01', '2026-03-01');
    expect([parameters, tables]).toEqual([[], []]);
    expect(examples.before).toEqual(examples.after);
  });

  it('contains every number and table that came into force between two days, old beside new', () => {
    const [last = '', ...earlier] = daysOfChange();
    const before = earlier.at(-1) ?? last;
    const { parameters, tables } = compareMethods(before, last);
    const changed = allParameters().filter(({ effectiveFrom }) => effectiveFrom > before && effectiveFrom <= last);
    for (const { id } of parameters) expect(changed.map((entry) => entry.id)).toContain(id);
    for (const { before: old, after } of tables) expect(old).not.toBe(after);
    expect(parameters.length + tables.length).toBeGreaterThan(0);
    expect(compareMethods(last, before).tables.map(({ before: old, after }) => [after, old])).toEqual(
      tables.map(({ before: old, after }) => [old, after]),
    );
  });
});
