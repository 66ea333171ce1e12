import { describe, expect, it } from 'vitest';
import type { AssessInput } from '../types.ts';
import { type LineId, scoreParty, type Supposition } from './score-party.ts';

const asOf = '2026-12-01';
const mill: AssessInput = {
  ...{ asOf, facts: { countries: { value: ['VN'] }, sector: { value: '1410' }, housing: { value: 'tied' } } },
  instrument: 'ilo-ten-principles@1.0.0',
  answers: [
    { question: 'P3.Q1', value: 'yes', evidence: 'self-declared', answeredOn: '2026-11-01' },
    { question: 'P6.Q3', value: 'yes', evidence: 'audit-announced', answeredOn: '2026-11-01' },
  ],
  findings: [{ id: 'f', grade: 'major', status: 'open', evidence: 'document-checked' }],
};
const scored = (supposed: Supposition = {}, input: AssessInput = mill) => {
  const party = scoreParty(input, { id: 'a', supposed });
  if (!party) throw new Error('not scored');
  return party;
};
const lineOf = (id: LineId, supposed?: Supposition) => scored(supposed).lines.find((line) => line.id === id);
const sumOf = (points: Readonly<Record<string, number>>) => Object.values(points).reduce((sum, each) => sum + each, 0);

describe('supposed numbers', () => {
  it('add points to a country, and to no other', () => {
    expect(scored({ countryPoints: { VN: 7 } }).score - scored().score).toBeCloseTo(7, 9);
    expect(scored({ countryPoints: { TH: 7 } }).score).toBe(scored().score);
  });

  it('decide which country of several counts', () => {
    const both: AssessInput = { ...mill, facts: { ...mill.facts, countries: { value: ['KH', 'VN'] } } };
    expect(scored({}, both).readings.country.iso2).toBe('KH');
    expect(scored({ countryPoints: { VN: 30 } }, both).readings.country.iso2).toBe('VN');
  });

  it('give no points to a country outside the tables', () => {
    const facts = { countries: { value: ['ZZ'] } };
    expect(scoreParty({ asOf, facts }, { id: 'a', supposed: { countryPoints: { ZZ: 5 } } })).toBeNull();
  });

  it('multiply the points and the error of a line, and leave the other lines alone', () => {
    const [before, after] = [scored(), scored({ factors: { housing: 2 } })];
    expect([lineOf('housing')?.points, lineOf('housing')?.error]).toEqual([8, 1.5]);
    expect(after.lines).toEqual(before.lines.map((line) => (line.id === 'housing' ? { ...line, points: 16, error: 3 } : line)));
    expect(after.score - before.score).toBeCloseTo(8, 9);
    expect(after.drawable.ownError ** 2 - before.drawable.ownError ** 2).toBeCloseTo(3 ** 2 - 1.5 ** 2, 9);
  });

  it('multiply the error that all parties of a country or sector share', () => {
    const [before, after] = [scored().drawable, scored({ factors: { country: 0.5, sector: 3 } }).drawable];
    expect(after.country.error).toBeCloseTo(before.country.error / 2, 9);
    expect(after.sector.error).toBeCloseTo(before.sector.error * 3, 9);
    expect(after.ownError).toBe(before.ownError);
  });

  it('weigh each claim as they weigh the controls', () => {
    const [before, after] = [scored().drawable.claims, scored({ factors: { controls: 2 } }).drawable.claims];
    expect(before['self-declared']).toBeLessThan(0);
    expect(before['audit-announced']).toBeLessThan(0);
    expect(after).toEqual({ ...before, 'self-declared': 2 * before['self-declared'], 'audit-announced': 2 * before['audit-announced'] });
    expect(sumOf(after)).toBeCloseTo(lineOf('controls', { factors: { controls: 2 } })?.points ?? Number.NaN, 9);
    expect(Math.abs(sumOf(scored({ factors: { controls: 0 } }).drawable.claims))).toBe(0);
  });
});
