import { describe, expect, it } from 'vitest';
import type { AssessInput, LiftingGiven, OverrideGiven } from '../index.ts';
import { assess } from '../odds/assess.ts';

const asOf = '2026-11-25';
const facts: AssessInput['facts'] = { countries: { value: ['NO'] }, sector: { value: '70' }, products: { value: [] } };
const override: OverrideGiven = {
  id: 'a',
  code: 'O9',
  evidence: 'document-checked',
  since: '2026-10-01',
  reason: 'A complainant was moved to nights.',
};
const lifting: LiftingGiven = {
  override: 'a',
  reviewer: 'ann',
  secondReviewer: 'ben',
  liftedOn: '2026-11-20',
  evidence: 'audit-announced',
};

function assessed(liftings: LiftingGiven[], rest: Partial<AssessInput> = {}) {
  const result = assess({ asOf, facts, overrides: [override], liftings, ...rest });
  if (result.status !== 'scored') throw new Error('not scored');
  return result;
}
const before = assessed([], { overrides: [] });

describe('a lifting', () => {
  it('with a second reviewer and an audit ends the floor and stays in view', () => {
    const result = assessed([lifting]);
    expect(result.score).toBe(before.score);
    expect(result.lines.overrideUplift).toBe(0);
    const { override: _, ...decision } = lifting;
    expect(result.overrides).toMatchObject([{ code: 'O9', floor: 85, state: 'lifted', lifted: decision }]);
    expect(result.ignoredLiftings).toEqual([]);
  });

  it.each<[string, Partial<LiftingGiven>]>([
    ['no-such-override', { override: 'b' }],
    ['second-reviewer-missing', { secondReviewer: ' ' }],
    ['second-reviewer-same', { secondReviewer: ' ann' }],
    ['evidence-too-weak', { evidence: 'document-checked' }],
    ['before-override', { liftedOn: '2026-09-30' }],
    ['after-day', { liftedOn: '2026-11-26' }],
  ])('that falls short lifts nothing and says why: %s', (code, change) => {
    const result = assessed([{ ...lifting, ...change }]);
    expect(result.score).toBe(85);
    expect(result.overrides.map(({ state, lifted }) => [state, lifted])).toEqual([['in-force', undefined]]);
    expect(result.ignoredLiftings).toMatchObject([{ ...lifting, ...change, code, text: expect.any(String) }]);
    expect(JSON.stringify(result.trace)).toContain(result.ignoredLiftings[0]?.text);
  });

  it.each<[string, Partial<LiftingGiven>]>([
    ['on the day of the override', { liftedOn: '2026-10-01' }],
    ['on the day of the assessment', { liftedOn: asOf }],
    ['with the best evidence', { evidence: 'audit-unannounced' }],
  ])('counts %s', (_, change) => {
    expect(assessed([{ ...lifting, ...change }]).score).toBe(before.score);
  });

  it('counts without a known proposer', () => {
    const { reviewer: _, ...rest } = lifting;
    expect(assessed([rest]).score).toBe(before.score);
  });

  it('ends one override and no other', () => {
    const result = assessed([lifting], { overrides: [override, { ...override, id: 'b', code: 'O7' }] });
    expect(result.score).toBe(70);
    expect(result.overrides.map(({ code, state }) => [code, state])).toEqual([
      ['O7', 'in-force'],
      ['O9', 'lifted'],
    ]);
  });

  it('of two, the earlier that counts is named, and one that does not count is listed too', () => {
    const later = { ...lifting, liftedOn: '2026-11-22', secondReviewer: 'cleo' };
    const weak = { ...lifting, liftedOn: '2026-11-01', evidence: 'self-declared' as const };
    const result = assessed([later, weak, lifting]);
    expect(result.overrides[0]?.lifted?.secondReviewer).toBe('ben');
    expect(result.ignoredLiftings.map(({ code }) => code)).toEqual(['evidence-too-weak']);
  });

  it('of a derived override does not cover a finding that came later', () => {
    const finding = (id: string, indicator: 'debt-bondage' | 'retention-of-identity-documents') =>
      ({ id, grade: 'minor', status: 'verified', evidence: 'audit-announced', foundOn: '2026-10-01', indicator }) as const;
    const findings = [finding('p', 'retention-of-identity-documents'), finding('d', 'debt-bondage')];
    const liftings = [{ ...lifting, override: 'O6:p+d' }];
    expect(assessed(liftings, { overrides: [], findings }).overrides.map(({ state }) => state)).toEqual(['lifted']);
    const more = assessed(liftings, { overrides: [], findings: [...findings, finding('e', 'debt-bondage')] });
    expect(more.overrides.map(({ id, state }) => [id, state])).toEqual([
      ['O6:p+d', 'lifted'],
      ['O6:p+e', 'in-force'],
    ]);
    expect(more.score).toBe(80);
  });
});
