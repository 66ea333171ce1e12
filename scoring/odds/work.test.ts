import { describe, expect, it } from 'vitest';
import type { AssessInput } from '../types.ts';
import { workThrough } from './work.ts';

const asOf = '2026-12-01';
const input: AssessInput = { asOf, facts: { countries: { value: ['VN'] }, sector: { value: '1410' } } };

describe('the work on one input', () => {
  it('draws a party by the hash of its input, so that equal inputs are drawn alike', () => {
    const { inputHash, party } = workThrough(input);
    expect(inputHash).toMatch(/^[0-9a-f]{64}$/);
    expect(party?.drawable.id).toBe(inputHash);
    expect(workThrough({ facts: { sector: { value: '1410' }, countries: { value: ['VN'] } }, asOf }).inputHash).toBe(inputHash);
    expect(workThrough({ ...input, facts: { countries: { value: ['VN'] } } }).inputHash).not.toBe(inputHash);
  });

  it('has the interval of the party and its score of child labour beside it', () => {
    const { party, numbers } = workThrough(input);
    expect(numbers.asOf).toBe(asOf);
    expect((party?.low ?? 0) < (party?.score ?? 0) && (party?.score ?? 0) < (party?.high ?? 0)).toBe(true);
    expect(party?.child.lines.map(({ id }) => id)).toEqual(['country', 'sector', 'product', 'young-workers']);
  });

  it('takes supposed numbers in place of the released ones, and draws the party as before', () => {
    const [released, supposed] = [workThrough(input), workThrough(input, { countryPoints: { VN: 5 } })];
    expect((supposed.party?.score ?? 0) - (released.party?.score ?? 0)).toBeCloseTo(5, 9);
    expect(supposed.party?.drawable.id).toBe(released.inputHash);
  });

  it('names answers that contradict each other', () => {
    const answers: AssessInput['answers'] = [
      { question: 'P1.Q2', value: 'yes', evidence: 'self-declared', answeredOn: '2026-11-01' },
      { question: 'P1.Q4', value: 30, evidence: 'self-declared', answeredOn: '2026-11-01' },
    ];
    const asked: AssessInput = { ...input, instrument: 'ilo-ten-principles@1.0.0' };
    expect(workThrough({ ...asked, answers }).contradictions.map(({ code }) => code)).toEqual(['policy-binds-few-suppliers']);
    expect(workThrough(asked).contradictions).toEqual([]);
  });

  it('without a country has no party, and still the overrides', () => {
    const override = { id: 'o', code: 'O8', since: '2026-11-01', reason: 'Turned away', evidence: 'document-checked' } as const;
    const { party, overrides } = workThrough({ asOf, facts: {}, overrides: [override] });
    expect(party).toBeNull();
    expect(overrides.all.map(({ code, state }) => [code, state])).toEqual([['O8', 'in-force']]);
  });

  it('refuses a day before the method, and a fact that cannot be', () => {
    expect(() => workThrough({ ...input, asOf: '2025-12-31' })).toThrow(RangeError);
    expect(() => workThrough({ ...input, facts: { ...input.facts, migrantShare: { value: 2 } } })).toThrow(RangeError);
  });
});
