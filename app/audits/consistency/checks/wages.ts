import type { EntryValue } from '~/audits/entries/entries';
import type { Check } from '../rule';
import { areJudged, figure, given, judged, ofFiles, sum } from './inputs';

type Wage = EntryValue<'wage'>;
const deducted = ({ deductions }: Wage) => sum(deductions.map(({ amount }) => amount));
const gross = ({ basicPaid, overtimePaid, allowances }: Wage) => basicPaid + overtimePaid + allowances;
const minimumQuestions = ['BW.CO.1.a', 'BW.CO.1.b', 'BW.CO.1.c', 'BW.CO.1.d', 'H7.4'];

/** E9 */
export const belowMinimum: Check = (record, limit) => {
  const below = record.wages.filter(
    ({ value: { minimumHourly, regularHours, basicPaid } }) =>
      minimumHourly !== null && regularHours !== null && basicPaid < minimumHourly * regularHours,
  );
  const asked = minimumQuestions.filter((key) => ['ok', 'bad'].some((each) => each === judged(record, key, limit)));
  const ok = areJudged(record, asked, 'ok', limit);
  if (below.length === 0 || ok.length === 0 || ok.length < asked.length) return [];
  return [{ inputs: [figure('wage.below', `${below.length}/${record.wages.length}`), ...given(record, ...ok)] }];
};

/** E10 */
export const overtimeUnderpaid: Check = (record, limit) => {
  const ok = areJudged(record, ['BW.CO.2.a'], 'ok', limit);
  if (ok.length === 0) return [];
  const worked = record.wages.filter(({ value }) => (value.overtimeHours ?? 0) > 0 && (value.regularHours ?? 0) > 0);
  const isUnder = ({ basicPaid, regularHours, overtimeHours, overtimePaid, overtimeFactor }: Wage) =>
    overtimeFactor !== null &&
    regularHours !== null &&
    overtimeHours !== null &&
    overtimePaid < (basicPaid / regularHours) * overtimeFactor * overtimeHours * (1 - limit('pay-slip-differs'));
  const under = worked.filter(({ value }) => isUnder(value)).length;
  const unknown = worked.filter(({ value }) => value.overtimeFactor === null).length;
  return [
    ...(under > 0
      ? [{ subject: 'under', inputs: [figure('wage.overtime', `${under}/${record.wages.length}`), ...given(record, ...ok)] }]
      : []),
    ...(unknown > 0
      ? [{ subject: 'factor', severity: 'doubt' as const, inputs: [figure('wage.factor', 'unknown'), ...given(record, ...ok)] }]
      : []),
  ];
};

/** E11: each sample recorded by hand, and the samples of one file together. */
export const paySlipDoesNotAddUp: Check = (record, limit) => {
  const due = (value: Wage) => gross(value) - deducted(value);
  const differs = ({ value }: { value: Wage }) =>
    Math.abs(due(value) - value.netPaid) > limit('pay-slip-differs') * Math.max(Math.abs(due(value)), value.netPaid);
  return [
    ...ofFiles(record.wages, differs, 'wage.fileDiffers'),
    ...record.wages.flatMap(({ key, value }) => {
      if (value.file !== undefined || !differs({ value })) return [];
      return [
        { subject: key, inputs: [figure('sample.code', value.code), figure('wage.net', value.netPaid), figure('wage.due', due(value))] },
      ];
    }),
  ];
};

const denied = {
  'recruitment-fee': ['BW.HR.2.e', 'H11.1', 'P5.Q2', 'S2.Q1'],
  deposit: ['H3.2'],
  fine: ['BW.CO.5.c', 'H5.4'],
} as const;

/** E12 */
export const deductionDenied: Check = (record, limit) =>
  Object.entries(denied).flatMap(([kind, questions]) => {
    const isDeducted = record.wages.some(({ value }) => value.deductions.some((each) => each.kind === kind && each.amount > 0));
    const keys = isDeducted ? areJudged(record, questions, 'ok', limit) : [];
    return keys.length === 0 ? [] : [{ subject: kind, inputs: [figure('wage.deduction', kind), ...given(record, ...keys)] }];
  });

/** E13 */
export const bindingDeductions: Check = (record, limit) => {
  const binding = record.wages.filter(({ value }) => gross(value) > 0 && deducted(value) > limit('binding-deductions') * gross(value));
  const keys = areJudged(record, ['H5.6', 'H5.13', 'BW.FL.2.d'], 'ok', limit);
  if (binding.length < 2 || keys.length === 0) return [];
  return [{ inputs: [figure('wage.binding', `${binding.length}/${record.wages.length}`), ...given(record, ...keys)] }];
};

/** E23 */
export const twoMinimums: Check = (record) => {
  const minimums = new Map<string, Set<number>>();
  for (const { value } of record.wages) {
    if (value.minimumHourly === null) continue;
    const place = `${value.currency} ${value.periodFrom.slice(0, 7)}`;
    minimums.set(place, (minimums.get(place) ?? new Set()).add(value.minimumHourly));
  }
  return [...minimums].flatMap(([place, values]) =>
    values.size > 1
      ? [{ subject: place, inputs: [figure('wage.month', place), figure('wage.minimum', [...values].sort((a, b) => a - b).join(', '))] }]
      : [],
  );
};
