import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceGrades, indicators, overrideCodes } from '../vocabulary.ts';
import { orderBySalience, type SalienceIssue } from './salience.ts';

const asOf = '2026-11-25';
const one = (issue: Omit<SalienceIssue, 'id'>) => {
  const [only] = orderBySalience({ asOf, issues: [{ id: 'x', ...issue }] });
  if (!only) throw new Error('nothing came back');
  return only;
};
const order = (issues: SalienceIssue[]) => orderBySalience({ asOf, issues }).map((each) => each.id);

describe('the four numbers', () => {
  it('are derived from indicators, people, score and evidence, each with its reason', () => {
    expect(one({ indicators: ['excessive-overtime', 'debt-bondage'], people: 300, score: 50, evidence: 'audit-announced' })).toEqual({
      id: 'x',
      scale: 5,
      scope: 4,
      irremediability: 4,
      likelihood: 5,
      severity: 5,
      severityAtLeast: 5,
      unknown: [],
      because: {
        scale: 'sign: debt-bondage',
        scope: '300 people affected',
        irremediability: 'sign: debt-bondage',
        likelihood: 'evidence that it happens: audit-announced',
      },
      rank: 1,
    });
  });

  it.each([
    [0, 1],
    [9, 1],
    [10, 2],
    [49, 2],
    [50, 3],
    [249, 3],
    [250, 4],
    [999, 4],
    [1000, 5],
    [40_000, 5],
  ])('%i people are scope %i', (people, scope) => {
    expect(one({ people }).scope).toBe(scope);
  });

  it.each([
    [0, 1],
    [24.9, 1],
    [25, 2],
    [45, 3],
    [65, 4],
    [80, 5],
    [100, 5],
  ])('a score of %f is likelihood %i', (score, likelihood) => {
    expect(one({ score }).likelihood).toBe(likelihood);
  });

  it('evidence that it happens raises likelihood and never lowers it', () => {
    expect(one({ score: 10, evidence: 'document-checked' }).likelihood).toBe(4);
    expect(one({ score: 90, evidence: 'self-declared' }).likelihood).toBe(5);
    expect(one({ score: null, evidence: 'self-declared' }).likelihood).toBe(3);
    expect(one({ score: 10, evidence: 'none' }).likelihood).toBe(1);
  });

  it('a person’s judgement takes precedence over indicators, and an override over both', () => {
    expect(one({ indicators: ['debt-bondage'], scale: 2, irremediability: 1 })).toMatchObject({
      scale: 2,
      irremediability: 1,
      severity: 2,
    });
    expect(one({ scale: 2, overrides: ['O9'] })).toMatchObject({ scale: 5, because: { scale: 'override O9 is in force' } });
  });
});

describe('unknown stays unknown', () => {
  it('unknown is null in all four numbers, never zero', () => {
    expect(one({})).toMatchObject({
      scale: null,
      scope: null,
      irremediability: null,
      likelihood: null,
      severity: null,
      severityAtLeast: null,
      unknown: ['scale', 'scope', 'irremediability', 'likelihood'],
    });
    expect(one({ score: null }).likelihood).toBeNull();
  });

  it('severity is known only when the unknown one could not raise it', () => {
    expect(one({ scale: 4 })).toMatchObject({ severity: null, severityAtLeast: 4 });
    expect(one({ scale: 5 })).toMatchObject({ severity: 5, severityAtLeast: 5 });
    expect(one({ scale: 2, irremediability: 3 })).toMatchObject({ severity: 3, severityAtLeast: 3 });
  });

  it('takes the middle in the order, behind a like one that is known', () => {
    const known = (id: string, severity: number): SalienceIssue => ({
      id,
      scale: severity,
      irremediability: severity,
      people: 60,
      score: 50,
    });
    expect(order([{ id: 'a', people: 60, score: 50 }, known('b', 2), known('c', 3), known('d', 4)])).toEqual(['d', 'c', 'a', 'b']);
    expect(order([known('b', 3), { id: 'a', scale: 3, irremediability: 3, score: 50 }, { ...known('c', 3), people: 5 }])).toEqual([
      'b',
      'a',
      'c',
    ]);
  });
});

describe('the order', () => {
  it('severity goes before scope, scope before likelihood', () => {
    expect(
      order([
        { id: 'many, likely, mild', scale: 2, irremediability: 2, people: 5000, score: 95 },
        { id: 'few, unlikely, grave', scale: 1, irremediability: 5, people: 2, score: 5 },
        { id: 'mild, fewer, likely', scale: 2, irremediability: 2, people: 20, score: 95 },
        { id: 'mild, many, unlikely', scale: 2, irremediability: 2, people: 5000, score: 5 },
      ]),
    ).toEqual(['few, unlikely, grave', 'many, likely, mild', 'mild, many, unlikely', 'mild, fewer, likely']);
  });

  it('issues that are equal in everything share a rank', () => {
    const issue = { scale: 3, irremediability: 3, people: 60, score: 50 };
    expect(
      orderBySalience({
        asOf,
        issues: [
          { id: 'b', ...issue },
          { id: 'a', ...issue },
          { id: 'c', ...issue, people: 1 },
        ],
      }).map(({ id, rank }) => [id, rank]),
    ).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
    ]);
  });
});

describe('bad input', () => {
  it.each<[string, Omit<SalienceIssue, 'id'>]>([
    ['a judgement of 0', { scale: 0 }],
    ['a judgement of 6', { irremediability: 6 }],
    ['a judgement between steps', { scale: 2.5 }],
    ['negative people', { people: -1 }],
    ['people that are no number', { people: Number.NaN }],
    ['an endless score', { score: Number.POSITIVE_INFINITY }],
    ['a score that is no number', { score: Number.NaN }],
  ])('%s is refused', (_name, issue) => {
    expect(() => one(issue)).toThrow(RangeError);
  });

  it('codes outside the lists and duplicate ids are refused', () => {
    // @ts-expect-error not one of the signs
    expect(() => one({ indicators: ['bad-luck'] })).toThrow(RangeError);
    // @ts-expect-error not a grade
    expect(() => one({ evidence: 'hearsay' })).toThrow(RangeError);
    expect(() => order([{ id: 'a' }, { id: 'a' }])).toThrow(RangeError);
    expect(() => orderBySalience({ asOf: '2025-12-31', issues: [] })).toThrow(RangeError);
  });
});

const issueArbitrary: fc.Arbitrary<Omit<SalienceIssue, 'id'>> = fc.record(
  {
    indicators: fc.uniqueArray(fc.constantFrom(...indicators), { maxLength: 3 }),
    overrides: fc.uniqueArray(fc.constantFrom(...overrideCodes), { maxLength: 2 }),
    scale: fc.integer({ min: 1, max: 5 }),
    irremediability: fc.integer({ min: 1, max: 5 }),
    people: fc.integer({ min: 0, max: 3000 }),
    score: fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.constant(null)),
    evidence: fc.constantFrom(...evidenceGrades),
  },
  { requiredKeys: [] },
);
const issuesArbitrary = fc.array(issueArbitrary, { maxLength: 8 }).map((list) => list.map((each, index) => ({ ...each, id: `i${index}` })));

describe('properties', () => {
  it('the order of the list given does not count, and every number is 1 to 5 or null', () => {
    fc.assert(
      fc.property(issuesArbitrary, (issues) => {
        const result = orderBySalience({ asOf, issues });
        expect(orderBySalience({ asOf, issues: [...issues].reverse() })).toEqual(result);
        for (const { scale, scope, irremediability, likelihood, severity, severityAtLeast } of result) {
          for (const value of [scale, scope, irremediability, likelihood, severity])
            expect(value === null || (Number.isInteger(value) && value >= 1 && value <= 5)).toBe(true);
          if (scale !== null && irremediability !== null) expect(severity).toBe(Math.max(scale, irremediability));
          if (severity !== null) expect(severityAtLeast).toBe(severity);
        }
      }),
    );
  });

  it('a worse known number never moves an issue back', () => {
    const worse = fc.constantFrom<(issue: SalienceIssue) => SalienceIssue>(
      (issue) => (issue.scale === undefined ? issue : { ...issue, scale: Math.min(5, issue.scale + 1) }),
      (issue) => (issue.people === undefined ? issue : { ...issue, people: issue.people * 3 + 10 }),
      (issue) => (issue.score === undefined || issue.score === null ? issue : { ...issue, score: Math.min(100, issue.score + 20) }),
      (issue) => ({ ...issue, overrides: ['O1', ...(issue.overrides ?? [])] }),
    );
    fc.assert(
      fc.property(issuesArbitrary, fc.nat(), worse, (issues, pick, change) => {
        const issue = issues[issues.length === 0 ? 0 : pick % issues.length];
        if (!issue) return;
        const place = (list: SalienceIssue[]) => order(list).indexOf(issue.id);
        expect(place(issues.map((each) => (each === issue ? change(each) : each)))).toBeLessThanOrEqual(place(issues));
      }),
    );
  });
});
