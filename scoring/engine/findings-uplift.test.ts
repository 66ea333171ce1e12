import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fault, holdsBy } from '../testing/holds.ts';
import type { FindingGiven } from '../types.ts';
import { evidenceGrades, findingGrades } from '../vocabulary.ts';
import { combineFindings, shareFindings, weighFinding } from './findings-uplift.ts';
import { methodAt } from './method.ts';

const holds = holdsBy(fc);

const method = methodAt('2026-11-25');
const finding = (change: Partial<FindingGiven>): FindingGiven => ({
  id: 'f',
  grade: 'major',
  status: 'open',
  evidence: 'audit-unannounced',
  ...change,
});
const points = (change: Partial<FindingGiven>) => weighFinding(finding(change), method).points;

describe('points of a finding (R6)', () => {
  it.each([
    ['critical', 35],
    ['major', 12],
    ['moderate', 5],
    ['minor', 1],
  ] as const)('%s is worth %d when open and well evidenced', (grade, expected) => {
    expect(points({ grade })).toBe(expected);
  });

  it.each([
    ['none', 0],
    ['self-declared', 2.4],
    ['document-uploaded', 6],
    ['document-checked', 8.4],
    ['audit-announced', 10.2],
    ['audit-unannounced', 12],
  ] as const)('evidence "%s" makes a major one %d', (evidence, expected) => {
    expect(points({ evidence })).toBeCloseTo(expected, 10);
  });

  it.each([
    ['open', 12],
    ['plan-agreed', 9.6],
    ['fixed', 6],
    ['verified', 1.8],
  ] as const)('status "%s" makes a major one %d', (status, expected) => {
    expect(points({ status })).toBeCloseTo(expected, 10);
  });

  it('a repeated one counts by half more, never above critical', () => {
    expect(points({ repeated: true })).toBe(18);
    expect(points({ grade: 'critical', repeated: true })).toBe(35);
  });
});

describe('T20 a verified repair fades and never helps', () => {
  it.each([
    ['2026-11-25', 1.8],
    ['2026-05-25', 1.35],
    ['2025-11-25', 0.9],
    ['2024-11-25', 0],
    ['2020-01-01', 0],
    ['2027-01-01', 1.8],
  ])('verified on %s: %d points', (verifiedOn, expected) => {
    expect(points({ status: 'verified', verifiedOn })).toBeCloseTo(expected, 10);
  });

  it('falls month by month, never below zero, and the score never below what controls leave', () => {
    let before = Number.POSITIVE_INFINITY;
    for (let month = 0; month <= 30; month += 1) {
      const asOf = `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
      const weighed = weighFinding(finding({ status: 'verified', verifiedOn: '2026-01-01' }), methodAt(asOf));
      expect(weighed.points).toBeLessThanOrEqual(before);
      expect(combineFindings([weighed])).toBeGreaterThanOrEqual(0);
      before = weighed.points;
    }
    expect(before).toBe(0);
  });
});

describe('T20 as a property', () => {
  let weigh = weighFinding;
  const getsWorse: Fault = () => {
    weigh = (...given) => {
      const weighed = weighFinding(...given);
      return { ...weighed, points: 35 - weighed.points };
    };
    return () => {
      weigh = weighFinding;
    };
  };
  const day = fc.integer({ min: 0, max: 1500 }).map((days) => new Date(Date.UTC(2022, 0, 1 + days)).toISOString().slice(0, 10));

  it('a repair verified earlier never counts more', () => {
    holds(
      fc.property(day, day, fc.constantFrom(...findingGrades), fc.constantFrom(...evidenceGrades), (one, other, grade, evidence) => {
        const at = (verifiedOn: string) => weigh(finding({ status: 'verified', verifiedOn, grade, evidence }), method);
        const [earlier, later] = one < other ? [at(one), at(other)] : [at(other), at(one)];
        expect(earlier.points).toBeLessThanOrEqual(later.points);
        expect(combineFindings([earlier])).toBeLessThanOrEqual(combineFindings([later]));
      }),
      [getsWorse],
    );
  });
});

describe('worked example: one major on site and one minor', () => {
  const weighed = [
    weighFinding(finding({ id: 'a', evidence: 'audit-announced' }), method),
    weighFinding(finding({ id: 'b', grade: 'minor' }), method),
  ];

  it('together they are 11.1 of 100', () => {
    expect(combineFindings(weighed)).toBeCloseTo(11.1, 1);
  });

  it('shares the uplift out by -ln(1 - f)', () => {
    const shares = shareFindings(weighed, 5.8);
    expect(shares.map((each) => each.id)).toEqual(['a', 'b']);
    expect(shares.map((each) => each.points)).toEqual([5.3, 0.5]);
    expect(shares.reduce((sum, each) => sum + each.share, 0)).toBeCloseTo(1, 12);
    expect(shares[0]?.share).toBeCloseTo(Math.log(1 - 0.102) / (Math.log(1 - 0.102) + Math.log(0.99)), 12);
  });
});

describe('diminishing returns', () => {
  it('many minor findings do not reach one critical one', () => {
    const minors = Array.from({ length: 30 }, (_, index) => weighFinding(finding({ id: `m${index}`, grade: 'minor' }), method));
    expect(combineFindings(minors)).toBeLessThan(35);
    expect(combineFindings([])).toBe(0);
  });

  it('no findings add nothing', () => {
    expect(shareFindings([], 0)).toEqual([]);
  });

  it('never exceeds 100', () => {
    const many = Array.from({ length: 50 }, () => weighFinding(finding({ grade: 'critical' }), method));
    expect(combineFindings(many)).toBeLessThanOrEqual(100);
  });
});
