import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankIssues, severityOf } from './rank-issues';

const grade = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
const issues = fc
  .array(fc.record({ scale: grade, scope: grade, irremediability: grade, likelihood: grade }), { maxLength: 8 })
  .map((rows) => rows.map((row, at) => ({ ...row, number: at + 1 })));
const issue = (number: number, [scale, scope, irremediability, likelihood]: readonly (number | null)[]) => ({
  ...{ number, scale: scale ?? null, scope: scope ?? null, irremediability: irremediability ?? null, likelihood: likelihood ?? null },
});
const order = (...given: ReturnType<typeof issue>[]) => rankIssues(given).map(({ number }) => number);

describe('the order of human-rights issues', () => {
  it('puts severity before likelihood: severe and unlikely comes before minor and certain', () => {
    expect(order(issue(1, [2, 5, 2, 5]), issue(2, [5, 1, 1, 1]))).toEqual([2, 1]);
    expect(order(issue(1, [4, 2, 4, 1]), issue(2, [4, 2, 4, 3]), issue(3, [4, 3, 1, 1]))).toEqual([3, 2, 1]);
  });
  it('never lets an issue of unknown severity lead, and orders one that is known in part by what is known', () => {
    expect(order(issue(1, [null, 5, null, 5]), issue(2, [1, 1, 1, 1]))).toEqual([2, 1]);
    expect(order(issue(1, [3, 3, 3, 3]), issue(2, [4, null, null, null]), issue(3, [5, 1, 1, 1]))).toEqual([3, 2, 1]);
  });
  it('never treats an unknown scope as low, and shows unknown severity as a range', () => {
    expect(severityOf({ scale: null, irremediability: 3 })).toEqual({ low: 3, high: 5 });
    expect(severityOf({ scale: 5, irremediability: null })).toEqual({ low: 5, high: 5 });
    expect(order(issue(1, [4, 4, 4, 4]), issue(2, [4, null, 4, 4]), issue(3, [5, 4, 4, 4]))).toEqual([3, 2, 1]);
  });
  it('gives equal issues one rank', () => {
    expect(rankIssues([issue(1, [3, 3, 3, 3]), issue(2, [3, 3, 3, 3]), issue(3, [1, 1, 1, 1])]).map(({ ranked }) => ranked.rank)).toEqual([
      1, 1, 3,
    ]);
  });
  it('keeps every issue, and no worse grade ever lowers the rank of its issue', () => {
    fc.assert(
      fc.property(issues, fc.constantFrom('scale', 'scope', 'irremediability', 'likelihood'), (given, name) => {
        const before = rankIssues(given);
        expect(before).toHaveLength(given.length);
        const first = given[0];
        if (!first || first[name] === null) return;
        const worse = rankIssues([{ ...first, [name]: 5 }, ...given.slice(1)]);
        const place = (list: typeof before) => list.findIndex(({ number }) => number === 1);
        expect(place(worse)).toBeLessThanOrEqual(place(before));
      }),
    );
  });
});
