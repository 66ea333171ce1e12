import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartyFacts } from '../types.ts';
import { housingChoices, subcontractingChoices, vulnerableGroups, workerVoiceChoices } from '../vocabulary.ts';
import { numbersAt } from './parameters.ts';
import { pointsOfRatio } from './points.ts';
import { workforceLines, workforcePoints } from './workforce-points.ts';

const numbers = numbersAt('2026-12-01');
const usual = { migrants: 0.05 };
const linesOf = (facts: PartyFacts, months: number | null = null) =>
  workforcePoints(facts, usual, months === null ? null : { months }, numbers);
const lineOf = (facts: PartyFacts, id: string, months: number | null = null) => linesOf(facts, months).find(({ line }) => line === id);
const sumOf = (facts: PartyFacts, months: number | null = null) => linesOf(facts, months).reduce((sum, { points }) => sum + points, 0);
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the points of a workforce', () => {
  it('are none where nothing is known, and every line widens', () => {
    const lines = linesOf({});
    expect(lines.map(({ line }) => line)).toEqual([...workforceLines]);
    for (const { points, isKnown, error } of lines) expect([points, isKnown, error > 0]).toEqual([0, false, true]);
  });

  it('are those worked by hand for a glove factory: 62 % migrants who owe four months, 38 % agency, tied rooms, a weak committee', () => {
    const given = <T>(value: T) => ({ value });
    const facts: PartyFacts = {
      migrantShare: given(0.62),
      agencyShare: given(0.38),
      housing: given('tied' as const),
      workerVoice: given('restricted' as const),
    };
    expect(lineOf(facts, 'migrant')?.points).toBeCloseTo(pointsOfRatio((1 + 0.62 * 2.5) / (1 + 0.05 * 2.5)), 9);
    // One and a half months more than none, each half of the odds: three times, among 62 of 100.
    expect(lineOf(facts, 'debt', 4)?.points).toBeCloseTo(pointsOfRatio(1 + 0.62 * 2), 9);
    expect(lineOf(facts, 'agency')?.points).toBeCloseTo(pointsOfRatio((1 + 0.38 * 1.5) / (1 + 0.1 * 1.5)), 9);
    expect([lineOf(facts, 'housing')?.points, lineOf(facts, 'voice')?.points]).toEqual([8, 4]);
  });

  it('never fall as more migrants, more agency workers or a deeper debt are reported', () => {
    fc.assert(
      fc.property(share, share, fc.double({ min: 0, max: 24, noNaN: true }), fc.double({ min: 0, max: 24, noNaN: true }), (a, b, m, n) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const [shallow, deep] = [Math.min(m, n), Math.max(m, n)];
        const at = (value: number, months: number) => sumOf({ migrantShare: { value }, agencyShare: { value } }, months);
        expect(at(less, shallow)).toBeLessThanOrEqual(at(more, shallow) + 1e-9);
        expect(at(less, shallow)).toBeLessThanOrEqual(at(less, deep) + 1e-9);
      }),
    );
  });

  it('leave what is unknown between the best and the worst that could be reported', () => {
    const ends: [string, PartyFacts[]][] = [
      ['migrant', [0, 1].map((value) => ({ migrantShare: { value } }))],
      ['agency', [0, 1].map((value) => ({ agencyShare: { value } }))],
      ['internal-migrant', [0, 1].map((value) => ({ internalMigrantShare: { value } }))],
      ['subcontracting', subcontractingChoices.map((value) => ({ subcontracting: { value } }))],
      ['housing', housingChoices.map((value) => ({ housing: { value } }))],
      ['voice', workerVoiceChoices.map((value) => ({ workerVoice: { value } }))],
      ['seasonal', [1, 8].map((value) => ({ peakRatio: { value } }))],
      ['vulnerable', [[], [...vulnerableGroups]].map((value) => ({ vulnerableGroups: { value } }))],
    ];
    for (const [id, facts] of ends) {
      const points = facts.map((each) => lineOf(each, id)?.points ?? Number.NaN);
      expect(Math.min(...points), id).toBeLessThan(0);
      expect(Math.max(...points), id).toBeGreaterThan(0);
      expect(points, id).toEqual([...points].sort((a, b) => a - b));
    }
  });

  it('count no debt where there are no migrants, whatever surveys say, and take the usual share where nobody reported it', () => {
    expect(lineOf({ migrantShare: { value: 0 } }, 'debt', 8)).toMatchObject({ points: 0, error: 0, isKnown: true });
    const told = lineOf({}, 'debt', 8);
    expect(told?.points).toBeCloseTo(pointsOfRatio(1 + 0.05 * 4), 9);
    expect(told?.isKnown).toBe(false);
    // At most five times, however long the debt.
    expect(lineOf({ migrantShare: { value: 1 } }, 'debt', 40)?.points).toBeCloseTo(pointsOfRatio(5), 9);
  });

  it('of a fact that was withdrawn are unknown again, and never less than they were', () => {
    expect(lineOf({ housing: { value: 'tied', withdrawn: true } }, 'housing')).toMatchObject({ points: 8, isKnown: false });
    expect(lineOf({ housing: { value: 'none', withdrawn: true } }, 'housing')).toMatchObject({ points: 0, isKnown: false });
  });

  it('of a known fact carry the small error of a known fact, and of an unknown or withdrawn one the error of its line', () => {
    expect(lineOf({ agencyShare: { value: 0.4 } }, 'agency')).toMatchObject({ error: 1.5, isKnown: true });
    expect(lineOf({}, 'agency')).toMatchObject({ error: 4, isKnown: false });
    expect(lineOf({ agencyShare: { value: 0.4, withdrawn: true } }, 'agency')).toMatchObject({ error: 4, isKnown: false });
  });

  it('of debt are known where the share of migrants and the months of pay are, and as wide as unknown where either is not', () => {
    const debtAt = (facts: PartyFacts, debt: { months: number; isLast?: boolean }) =>
      workforcePoints(facts, usual, debt, numbers).find(({ line }) => line === 'debt');
    const migrantShare = { value: 0.5 };
    expect(debtAt({ migrantShare }, { months: 4 })).toMatchObject({ error: 1.5, isKnown: true });
    expect(debtAt({ migrantShare }, { months: 4, isLast: false })).toMatchObject({ error: 1.5, isKnown: true });
    expect(debtAt({ migrantShare }, { months: 4, isLast: true })).toMatchObject({ error: 5, isKnown: false });
    expect(debtAt({}, { months: 4 })).toMatchObject({ error: 5, isKnown: false });
  });

  it('of a season rise by 3 as the peak doubles, up to 5, and are half a point less without one', () => {
    const at = (value: number) => lineOf({ peakRatio: { value } }, 'seasonal')?.points;
    expect([1, 2, 3, 4, 8].map(at)).toEqual([-0.5, 3, expect.closeTo(3 * Math.log2(3), 9), 5, 5]);
    expect(at(1.01)).toBeCloseTo(3 * Math.log2(1.01), 9);
  });

  it('of vulnerable groups are 1.5 for each, counted once, up to 5', () => {
    const at = (...value: NonNullable<PartyFacts['vulnerableGroups']>['value']) =>
      lineOf({ vulnerableGroups: { value } }, 'vulnerable')?.points;
    const [one, two, three, four] = vulnerableGroups;
    expect(at()).toBe(-0.5);
    expect([at(one), at(one, one), at(one, two), at(one, two, three), at(one, two, three, four)]).toEqual([1.5, 1.5, 3, 4.5, 5]);
  });
});
