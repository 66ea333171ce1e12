import { describe, expect, it } from 'vitest';
import type { AssessInput, FindingGiven, OverrideGiven, TraceNode } from '../index.ts';
import { type OverrideCode, overrideCodes } from '../vocabulary.ts';
import { assess, scoreMany } from '../odds/assess.ts';
import { engineVersion } from '../odds/version.ts';

const asOf = '2026-11-25';
const facts: AssessInput['facts'] = { countries: { value: ['NO'] }, sector: { value: '70' }, products: { value: [] } };
const given = (code: OverrideCode, rest: Partial<OverrideGiven> = {}): OverrideGiven => ({
  id: `given-${code}`,
  code,
  evidence: 'document-checked',
  since: '2026-10-01',
  reason: 'Told by the auditor.',
  ...rest,
});
const finding = (id: string, rest: Partial<FindingGiven> = {}): FindingGiven => ({
  id,
  grade: 'minor',
  status: 'open',
  evidence: 'document-checked',
  foundOn: '2026-10-01',
  ...rest,
});

function scored(rest: Partial<AssessInput>) {
  const result = assess({ asOf, facts, ...rest });
  if (result.status !== 'scored') throw new Error('not scored');
  return result;
}
const inForce = (rest: Partial<AssessInput>) =>
  scored(rest)
    .overrides.filter(({ state }) => state === 'in-force')
    .map(({ id }) => id);

const before = scored({});
const floors = { O1: 90, O2: 95, O3: 90, O4: 90, O5: 90, O6: 80, O7: 70, O8: 65, O9: 85 };

describe('a critical override', () => {
  it.each(overrideCodes)('%s raises score, interval and bands to its floor, and the line takes up the difference', (code) => {
    const result = scored({ overrides: [given(code)] });
    expect(before.score).toBeLessThan(30);
    expect(result.score).toBe(floors[code]);
    expect([result.low, result.high]).toEqual([floors[code], floors[code]]);
    expect(result.lines).toEqual({ ...before.lines, overrideUplift: Math.round((floors[code] - before.score) * 10) / 10 });
    expect(new Set([result.band, result.bandLow, result.bandHigh])).toEqual(new Set([floors[code] >= 80 ? 'severe' : 'high']));
    expect(result.overrides).toHaveLength(1);
    expect(result.overrides[0]).toMatchObject({ code, floor: floors[code], state: 'in-force', reason: 'Told by the auditor.' });
  });

  it('counts from its day on, and is shown before it without counting', () => {
    expect(scored({ overrides: [given('O9', { since: asOf })] }).score).toBe(85);
    const early = scored({ overrides: [given('O9', { since: '2026-11-26' })] });
    expect(early.score).toBe(before.score);
    expect(early.overrides.map(({ state }) => state)).toEqual(['not-yet']);
  });

  it('never lowers a score that is above its floor, and then its line is zero', () => {
    const place = { countries: { value: ['ER'] }, sector: { value: '0810' } };
    const grave = Array.from({ length: 6 }, (_, index) => finding(`f${index}`, { grade: 'critical', evidence: 'audit-unannounced' }));
    const without = scored({ facts: place, findings: grave });
    expect(without.low).toBeGreaterThan(65);
    const result = scored({ facts: place, findings: grave, overrides: [given('O8')] });
    const plain = { overrides: [], inputHash: '', trace: null, basis: null, drawable: null };
    expect({ ...result, ...plain }).toEqual({ ...without, ...plain });
  });

  it('O8 is named as what lowers the basis, since what may not be seen is not well known', () => {
    expect(scored({ overrides: [given('O8')] }).basis).toEqual({ ...before.basis, loweredBy: 'O8' });
    expect(scored({ overrides: [given('O9')] }).basis).toEqual(before.basis);
  });

  it('is there where no score can be given', () => {
    const input: AssessInput = { asOf, facts: { sector: { value: '14' } }, overrides: [given('O3')] };
    const result = assess(input);
    expect(result.status).toBe('not-scored');
    expect(result.overrides).toMatchObject([{ code: 'O3', floor: 90, status: 'child-protocol', state: 'in-force' }]);
    expect(result.trace.inputs?.some(({ id }) => id === 'score/overrides')).toBe(true);
    expect(scoreMany([input])[0]?.overrides).toEqual(result.overrides);
  });

  it('is refused without a reason, with a code or a date that is none, or under the key of another', () => {
    // @ts-expect-error not one of the nine
    const strange: OverrideCode = 'O10';
    for (const wrong of [
      [given('O1', { reason: ' ' })],
      [given(strange)],
      [given('O1', { since: 'yesterday' })],
      [given('O1', { id: 'a' }), given('O2', { id: 'a' })],
    ])
      expect(() => scored({ overrides: wrong })).toThrow(RangeError);
  });

  it('is of this version of the method', () => {
    expect(engineVersion).toBe('2.0.1');
  });
});

describe('an override that follows from findings', () => {
  const papers = finding('papers', { indicator: 'retention-of-identity-documents' });
  const debt = finding('debt', { indicator: 'debt-bondage', foundOn: '2026-10-20' });

  it('O6 needs papers held and debt, whatever has been repaired since', () => {
    expect(inForce({ findings: [papers] })).toEqual([]);
    expect(inForce({ findings: [debt] })).toEqual([]);
    const both = scored({ findings: [papers, { ...debt, status: 'verified' }] });
    expect(both.score).toBe(80);
    expect(both.overrides).toMatchObject([{ id: 'O6:papers+debt', since: '2026-10-20', findings: ['papers', 'debt'] }]);
  });

  it('has the weakest evidence of its findings, and needs some', () => {
    expect(scored({ findings: [papers, { ...debt, evidence: 'self-declared' }] }).overrides[0]?.evidence).toBe('self-declared');
    expect(inForce({ findings: [papers, { ...debt, evidence: 'none' }] })).toEqual([]);
  });

  it('has no day where a finding has none, and then counts', () => {
    const undated = finding('debt', { indicator: 'debt-bondage' });
    delete undated.foundOn;
    expect(scored({ findings: [papers, undated] }).overrides).toMatchObject([{ since: null, state: 'in-force' }]);
  });

  it('O1 and O3 follow from the questions that the protocol names, and from no other', () => {
    expect(inForce({ findings: [finding('a', { question: 'BW.FL.1.b' })] })).toEqual(['O1:a']);
    expect(inForce({ findings: [finding('a', { question: 'BW.CL.1.a' })] })).toEqual(['O1:a', 'O3:a']);
    expect(inForce({ findings: [finding('a', { question: 'BW.CL.2.c' })] })).toEqual(['O1:a', 'O3:a']);
    // Edition two asks them in parts.
    expect(inForce({ findings: [finding('a', { question: 'BW.FL.1.b.1' })] })).toEqual(['O1:a']);
    expect(inForce({ findings: [finding('a', { question: 'BW.CL.2.c.3' })] })).toEqual(['O1:a', 'O3:a']);
    expect(inForce({ findings: [finding('a', { question: 'BW.FL.1.c.1' })] })).toEqual([]);
    expect(inForce({ findings: [finding('a', { question: 'BW.FL.1.c' })] })).toEqual([]);
    expect(inForce({ findings: [finding('a', { question: 'BW.CL.3.a' })] })).toEqual([]);
  });

  it('is not guessed from the presence of young workers, a country or a customs presumption', () => {
    expect(scored({ facts: { ...facts, vulnerableGroups: { value: ['under-18'] } } }).overrides).toEqual([]);
    const solar = { countries: { value: ['CN'] }, sector: { value: '2610' }, products: { value: ['Polysilicon'] } };
    expect(scored({ facts: solar }).overrides).toEqual([]);
  });

  describe('O7', () => {
    const instrument = 'ilo-ten-principles@1.0.0';
    const fees = finding('fees', { question: 'P5.Q3', indicator: 'debt-bondage', foundOn: '2026-10-25' });

    it('follows when fees are confirmed and more than thirty days passed without a plan', () => {
      const late = { ...fees, foundOn: '2026-10-25' };
      expect(scored({ instrument, findings: [late] }).overrides).toMatchObject([{ code: 'O7', since: '2026-11-25' }]);
      expect(inForce({ instrument, findings: [{ ...late, foundOn: '2026-10-26' }] })).toEqual([]);
    });

    it('does not follow from a plan, a weaker report, an unknown day, or another question', () => {
      for (const change of [
        { status: 'plan-agreed' as const },
        { evidence: 'document-uploaded' as const },
        { question: 'P5.Q2' },
        { indicator: 'deception' as const },
      ])
        expect(inForce({ instrument, findings: [{ ...fees, ...change }] })).toEqual([]);
      const undated = { ...fees };
      delete undated.foundOn;
      expect(inForce({ instrument, findings: [undated] })).toEqual([]);
      expect(inForce({ findings: [fees] })).toEqual([]);
    });
  });

  it('that the caller keeps as a fact is there once, with the caller’s words', () => {
    const kept = given('O6', { id: 'O6:papers+debt', since: '2026-10-20' });
    const result = scored({ findings: [papers, debt], overrides: [kept] });
    expect(result.overrides.map(({ reason }) => reason)).toEqual(['Told by the auditor.']);
    const future = scored({ findings: [papers, debt], overrides: [{ ...kept, since: '2027-01-01' }] });
    expect(future.score).toBe(80);
  });
});

describe('the trace of overrides', () => {
  const nodes = (node: TraceNode): TraceNode[] => [node, ...(node.inputs ?? []).flatMap(nodes)];

  it('shows each with its dated floor, reason and source, and says when there is none', () => {
    const all = nodes(scored({ overrides: [given('O4', { source: 'list-7' }), given('O8')] }).trace);
    const line = all.find(({ id }) => id === 'score/overrides');
    expect(line).toMatchObject({ rule: 'R7', unit: 'points' });
    const own = all.find(({ id }) => id === 'score/overrides/given-O4');
    expect(own?.fact?.source).toBe('list-7');
    expect(own?.label).toContain('Told by the auditor.');
    expect(own?.inputs?.[0]?.parameter).toMatchObject({ id: 'R7.O4', effectiveFrom: '2026-01-01' });
    expect(all.find(({ id }) => id === 'score/basis')?.label).toContain('lowered by O8');
    expect(nodes(before.trace).find(({ id }) => id === 'score/overrides')).toMatchObject({ value: 0, unknown: expect.any(String) });
  });
});
