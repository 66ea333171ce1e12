import { expect, it } from 'vitest';
import { tally } from '../../../tests/reports/audit-report-input';
import { intervieweesByGroup } from './interviewees-by-group';

const row = (dimension: 'sex' | 'origin' | 'contract' | 'shift' | 'language', value: string) => ({
  label: value,
  people: 9,
  dimension,
  value,
});
const talks = [
  tally({ form: 'group', language: 'ne', women: 6, men: 9, migrants: 12, agency: 15 }),
  tally({ language: 'bn', women: 1, men: 0 }),
];

it('counts interviewees of each planned group, and marks where not all were distinguished', () => {
  expect(intervieweesByGroup(row('sex', 'women'), talks)).toEqual({ people: 7, isLeast: false });
  expect(intervieweesByGroup(row('sex', 'men'), talks)).toEqual({ people: 9, isLeast: false });
  expect(intervieweesByGroup(row('language', 'bn'), talks)).toEqual({ people: 1, isLeast: false });
  expect(intervieweesByGroup(row('origin', 'migrants'), talks)).toEqual({ people: 12, isLeast: true });
  expect(intervieweesByGroup(row('origin', 'locals'), talks)).toEqual({ people: 3, isLeast: true });
  expect(intervieweesByGroup(row('contract', 'direct'), talks.slice(0, 1))).toEqual({ people: 0, isLeast: false });
});

it('covers neither shifts nor a plan from an older offline package', () => {
  expect(intervieweesByGroup(row('shift', 'night'), talks)).toBeNull();
  expect(intervieweesByGroup({ label: 'Women', people: 3 }, talks)).toBeNull();
});
