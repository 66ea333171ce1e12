import { expect, it } from 'vitest';
import { assess } from '../odds/assess.ts';
import { instrument } from '../instruments/at.ts';
import { overridesFromScreening } from './overrides-from-screening.ts';
import { readOperational } from './read-instrument.ts';

const asOf = '2026-12-02';
const list = instrument('ilo-operational-indicators@1.0.0');
const facts = {
  countries: { value: ['DE'] },
  sector: { value: '1010' },
  products: { value: [] },
  migrantShare: { value: 0.2 },
  agencyShare: { value: 0.1 },
  subcontracting: { value: 'declared' as const },
  housing: { value: 'optional' as const },
};
const scoreWith = (answers: Record<string, 'present' | 'absent' | 'unknown'>) => {
  const screening = readOperational(list, { asOf, answers });
  const overrides = overridesFromScreening(screening, { id: 'a', since: asOf, evidence: 'audit-unannounced', source: 'audit:a' });
  return assess({ asOf, facts, overrides });
};
const exploitation = { 'D4.1': 'present', 'D4.2': 'present' } as const;
const coercion = { 'D5.1': 'present', 'D5.2': 'present' } as const;

it('answers of an audit, read as exploitation and coercion at the least, bring the score to the floor and name their source', () => {
  const result = scoreWith({ ...exploitation, ...coercion });
  expect(result).toMatchObject({
    score: 95,
    band: 'severe',
    overrides: [{ id: 'O2:a', code: 'O2', state: 'in-force', since: asOf, source: 'audit:a', evidence: 'audit-unannounced' }],
  });
});

it('indicators that would suffice only if the unknown ones were present change nothing', () => {
  const known = scoreWith({ ...exploitation, 'D5.1': 'present', 'D5.2': 'unknown' });
  expect(readOperational(list, { asOf, answers: { ...exploitation, 'D5.1': 'present' } }).upper).not.toBe('exploitation');
  expect(known).toEqual(scoreWith({}));
});
