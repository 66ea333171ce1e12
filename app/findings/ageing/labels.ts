import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { type ActionAge, actionAgeKeys, type FindingAge } from './ages';
import { type AgeCount, countOf } from './draw-ages';

const actionMessages = {
  'late-91': m.ageing_late_91,
  'late-31': m.ageing_late_31,
  'late-8': m.ageing_late_8,
  'late-1': m.ageing_late_1,
  'due-7': m.ageing_due_7,
  'due-30': m.ageing_due_30,
  'due-later': m.ageing_due_later,
} satisfies Record<ActionAge, () => string>;
export const actionAgeLabel = (age: ActionAge): string => actionMessages[age]();

const findingMessages = {
  'open-366': m.ageing_open_366,
  'open-181': m.ageing_open_181,
  'open-91': m.ageing_open_91,
  'open-31': m.ageing_open_31,
  'open-0': m.ageing_open_0,
} satisfies Record<FindingAge, () => string>;
export const findingAgeLabel = (age: FindingAge): string => findingMessages[age]();

/** What the ages of actions say: how many are overdue, and how many by more than 90 days. */
export function actionAgesTitle(counts: readonly AgeCount<ActionAge>[]): string {
  const late = countOf(counts, { keys: actionAgeKeys.filter((key) => key.startsWith('late')) });
  const all = formatNumber(countOf(counts));
  const long = countOf(counts, { keys: ['late-91'] });
  if (late === 0) return m.ageing_actions_none({ all });
  return long === 0
    ? m.ageing_actions_title({ count: late, all })
    : m.ageing_actions_title_long({ count: late, all, long: formatNumber(long) });
}

/** What the ages of findings say: how many are open for more than half a year, and how many of them are critical. */
export function findingAgesTitle(counts: readonly AgeCount<FindingAge>[]): string {
  const keys: FindingAge[] = ['open-366', 'open-181'];
  const old = countOf(counts, { keys });
  const all = formatNumber(countOf(counts));
  if (old === 0) return m.ageing_findings_none({ all });
  return m.ageing_findings_title({ count: old, all, critical: formatNumber(countOf(counts, { keys, grade: 'critical' })) });
}
