import { describe, expect, it } from 'vitest';
import { type Made, madeRecord } from '../../../tests/factories/consistency-record';
import { rules } from './catalogue';
import { checkConsistency } from './check-consistency';
import { allCases as cases } from '../../../tests/factories/consistency-cases/all';

const firing = (made: Made) => new Set(checkConsistency(madeRecord(made)).map(({ rule }) => rule));

it('has a case for every rule, and at least 80 rules', () => {
  expect(Object.keys(cases).sort()).toEqual(rules.map(({ id }) => id).sort());
  expect(rules.length).toBeGreaterThanOrEqual(80);
});

describe.each(Object.entries(cases))('rule %s', (id, [fires, silent]) => {
  it('fires on a contradiction', () => expect(firing(fires)).toContain(id));
  it('is silent where one fact is the other way', () => expect(firing(silent)).not.toContain(id));
  it('finds the same whatever the order of entries', () => {
    const reversed = madeRecord(fires, (entries) => [...entries].reverse());
    expect(checkConsistency(reversed)).toEqual(checkConsistency(madeRecord(fires)));
  });
  it('is silent on unknown answers', () => {
    const unknown = Object.fromEntries(
      Object.entries(fires.answers ?? {}).map(([key, answer]) => [key, typeof answer === 'number' ? 'dont-know' : unknownOf(answer)]),
    );
    // What is found by figures alone, or is about what was not assessed, has no answer to leave open.
    const isByAnswers = Object.keys(fires.answers ?? {}).length > 0 && !byFigures.includes(id);
    if (isByAnswers) expect(firing({ ...fires, answers: unknown, own: {} })).not.toContain(id);
  });
});

/** Rules that fire without any answer: on the figures beside it, or because something was left open. C3 says that *not known* fires. */
const byFigures = ['C3', 'E6', 'F5', 'F16'];

function unknownOf(answer: Exclude<NonNullable<Made['answers']>[string], number>): NonNullable<Made['answers']>[string] {
  const value = typeof answer === 'object' ? answer.answer : answer;
  const unknown =
    value === 'present' || value === 'absent'
      ? 'unknown'
      : value === 'yes' || value === 'no' || value === 'partial'
        ? 'dont-know'
        : 'not-assessed';
  return typeof answer === 'object' ? { ...answer, answer: unknown } : unknown;
}

it('doubts a policy against costs of workers only while the audit does not record that they paid', () => {
  const [fires] = cases.D16 ?? [];
  const beside = (answers: NonNullable<Made['answers']>): Made => ({ ...fires, answers });
  expect(checkConsistency(madeRecord(beside({}))).find(({ rule }) => rule === 'D16')?.severity).toBe('doubt');
  for (const key of ['BW.HR.2.e', 'BW.FL.2.e.1', 'H11.1']) {
    expect(firing(beside({ [key]: 'not-compliant' }))).not.toContain('D16');
    expect(firing(beside({ [key]: 'compliant' }))).toContain('D16');
  }
});
