import { expect, it } from 'vitest';
import { z } from 'zod';
import { entryValues } from './entries';
import { answerProblem, dayProblem, momentsProblem, periodProblem, recordedBounds } from './possible-dates';

const bounds = recordedBounds({ endsOn: '2026-12-02', now: new Date('2026-11-30T10:00:00Z') });

it('takes days from 2000 until the last day of the audit or today', () => {
  for (const day of ['1926-12-01', '1999-12-31', '2026-12-04', '9999-01-01']) expect(dayProblem(day, bounds)).toBe('impossible');
  for (const day of ['2000-01-01', '2026-10-05', '2026-12-02', '2026-12-03']) expect(dayProblem(day, bounds)).toBeNull();
  expect(recordedBounds({ endsOn: '2026-12-02', now: new Date('2027-01-15T10:00:00Z') }).latest).toBe('2027-01-16');
});

it('takes an answer outside these days only where the question is not about the assessment', () => {
  expect(answerProblem('BW.PI.b', '1926-12-01', bounds)).toBe('impossible');
  expect(answerProblem('HL.2', '2027-12-01', bounds)).toBe('impossible');
  expect(answerProblem('OWN.1', '1926-12-01', bounds)).toBeNull();
  expect(answerProblem('OWN.1', '9999-12-31', bounds)).toBe('impossible');
});

it('takes no period and no meeting that ends before it starts, and no period of years', () => {
  expect(periodProblem('2026-10-31', '2026-10-01')).toBe('ends-before');
  expect(periodProblem('2026-10-01', '9999-10-31')).toBe('impossible');
  expect(periodProblem('2026-10-01', '2026-10-31')).toBeNull();
  const at = '2026-12-01T08:00:00Z';
  expect(momentsProblem({ at, until: '2026-12-01T07:59:00Z' }, bounds)).toBe('ends-before');
  expect(momentsProblem({ at, until: '9999-12-01T09:00:00Z' }, bounds)).toBe('impossible');
  expect(momentsProblem({ at: '1926-12-01T08:00:00Z', until: null }, bounds)).toBe('impossible');
  expect(momentsProblem({ at, until: '2026-12-01T09:00:00Z' }, bounds)).toBeNull();
  expect(momentsProblem({ at: null, until: null }, bounds)).toBeNull();
});

it('covers every kind of entry into which a date is typed', () => {
  const shapes = Object.entries(entryValues).flatMap(([kind, schema]) => {
    const typed = /"format":"date(-time)?"/.test(JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })));
    return typed ? [kind] : [];
  });
  expect(shapes).toEqual(['hours', 'wage', 'meeting', 'requirement', 'signedPlan']);
});
