import { expect, test } from 'vitest';
import { dueAfter, daysOverdue } from './action-lists';
import { statusByActions } from './finding-rule';

test('a due date is that many days after the agreement; immediate is the day itself', () => {
  expect(dueAfter('2026-02-27', 'immediate')).toBe('2026-02-27');
  expect(dueAfter('2026-02-27', '30')).toBe('2026-03-29');
  expect(dueAfter('2027-03-01', '365')).toBe('2028-02-29');
});

test('an action is overdue from the day after its due date, until it is completed', () => {
  const of = (status: 'pending' | 'completed', today: string) => daysOverdue({ status, dueOn: '2026-03-29' }, today);
  expect([of('pending', '2026-03-29'), of('pending', '2026-03-30'), of('completed', '2026-09-01')]).toEqual([0, 1, 0]);
});

const action = (status: 'pending' | 'in-progress' | 'completed' | 'verified', isAgreed = true) => ({ status, isAgreed });
test.each([
  [[], null],
  [[action('pending', false)], 'open'],
  [[action('pending'), action('pending', false)], 'open'],
  [[action('pending'), action('completed')], 'plan-agreed'],
  [[action('completed'), action('verified')], 'fixed'],
  [[action('completed', false)], 'fixed'],
  [[action('verified'), action('verified')], 'verified'],
  [[action('verified'), action('in-progress')], 'plan-agreed'],
])('%j is followed by %s', (actions, status) => {
  expect(statusByActions(actions)).toBe(status);
});
