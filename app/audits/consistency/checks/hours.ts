import type { EntryValue } from '~/audits/entries/entries';
import type { ConsistencyRecord, Kept } from '../record';
import type { Check, Found } from '../rule';
import { areJudged, figure, given, ofFiles, rounded } from './inputs';

type Week = EntryValue<'hours'>;
const total = ({ regular, overtime }: Week) => regular + overtime;
const weeksOf = (record: ConsistencyRecord): Week[] => record.hours.map(({ value }) => value);
/** How many of the sampled weeks: "7/12". */
const share = (part: number, all: number) => `${part}/${all}`;

/** Weeks that contradict each of these questions where it is ok. */
const against =
  (isFound: (week: Week, over: number) => boolean, questions: readonly string[], name: string): Check =>
  (record, limit) => {
    const weeks = weeksOf(record);
    const found = weeks.filter((week) => isFound(week, limit('long-week'))).length;
    const keys = found === 0 ? [] : areJudged(record, questions, 'ok', limit);
    return keys.length === 0
      ? []
      : [{ subject: keys[0] ?? '', inputs: [figure(name, share(found, weeks.length)), ...given(record, ...keys)] }];
  };

/** E1 */
export const longWeeks: Check = (record, limit) => {
  const weeks = weeksOf(record);
  const long = weeks.filter((week) => total(week) > limit('long-week')).length;
  const isOften = long > 0 && long >= limit('long-weeks-share') * weeks.length;
  const indicator = isOften ? areJudged(record, ['D4.1'], 'ok', limit) : [];
  return [
    ...against((week, over) => total(week) > over, ['BW.WT.2.b', 'H7.1'], 'hours.long')(record, limit),
    ...indicator.map((key) => ({ subject: key, inputs: [figure('hours.long', share(long, weeks.length)), ...given(record, key)] })),
  ];
};

/** E2 */
export const noRestDay: Check = against(({ daysWorked }) => daysWorked === 7, ['BW.WT.1.c'], 'hours.sevenDays');

/** E3 */
export const overtimeNotVoluntary: Check = against(
  ({ isOvertimeVoluntary }) => isOvertimeVoluntary === 'no',
  ['BW.WT.2.a', 'H7.2', 'I11'],
  'hours.notVoluntary',
);

/** E4 */
export const impossibleHours: Check = (record, limit) => {
  const count = (isFound: (week: Week) => boolean) => weeksOf(record).filter(isFound).length;
  const impossible = count((week) => (week.daysWorked === 0 ? total(week) > 0 : total(week) / week.daysWorked > 24));
  const unlikely = count(
    (week) => week.regular > limit('regular-week') || (week.daysWorked > 0 && total(week) / week.daysWorked > limit('long-day')),
  );
  const all = record.hours.length;
  return [
    ...(impossible > 0 ? [{ subject: 'impossible', inputs: [figure('hours.impossible', share(impossible, all))] }] : []),
    ...(unlikely > 0
      ? [{ subject: 'unlikely', severity: 'doubt' as const, inputs: [figure('hours.unlikely', share(unlikely, all))] }]
      : []),
  ];
};

/** E5 */
export const uniformHours: Check = (record, limit) => {
  const weeks = weeksOf(record);
  if (weeks.length < limit('uniform-weeks')) return [];
  const counts = new Map<string, number>();
  for (const { regular, overtime, daysWorked } of weeks) {
    const pattern = `${regular} ${overtime} ${daysWorked}`;
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  const [first = 0, second = 0] = [...counts.values()].sort((a, b) => b - a);
  const same = first + second;
  return same >= limit('uniform-share') * weeks.length ? [{ inputs: [figure('hours.samePattern', share(same, weeks.length))] }] : [];
};

/** E6 */
export const sourcesOfHoursDiffer: Check = (record, limit) => {
  const places = new Map<string, Week[]>();
  for (const week of weeksOf(record)) {
    const place = `${week.code} ${week.weekOf}`;
    places.set(place, [...(places.get(place) ?? []), week]);
  }
  const differing = [...places].filter(([, weeks]) => {
    const totals = weeks.map(total);
    return new Set(weeks.map(({ source }) => source)).size > 1 && Math.max(...totals) - Math.min(...totals) > limit('sources-differ-hours');
  });
  if (differing.length === 0) return [];
  const keys = areJudged(record, ['BW.WT.1.e'], 'ok', limit);
  const found: Found = { inputs: [...differing.map(([place]) => figure('hours.week', place)), ...given(record, ...keys)] };
  return [{ ...found, severity: keys.length > 0 ? 'contradiction' : 'doubt' }];
};

/** E7 */
export const nothingToCompare: Check = (record, limit) => {
  const weeks = weeksOf(record);
  const keys = areJudged(record, ['BW.WT.1.e'], 'ok', limit);
  const isAlone = weeks.length > 0 && weeks.every(({ source }) => source === 'time-records');
  return isAlone && keys.length > 0 ? [{ inputs: [figure('hours.source', 'time-records'), ...given(record, ...keys)] }] : [];
};

/** E8 */
export const sampledMonths: Check = (record, limit) => {
  const days = [...record.hours.map(({ value }) => value.weekOf), ...record.wages.map(({ value }) => value.periodFrom)];
  if (days.length === 0) return [];
  const months = [...new Set(days.map((day) => day.slice(0, 7)))].sort();
  const after = days.filter((day) => day > record.plan.endsOn);
  return [
    ...(after.length > 0
      ? [{ subject: 'after', severity: 'contradiction' as const, inputs: [figure('sample.day', after.sort().at(-1) ?? '')] }]
      : []),
    ...(months.length < limit('sampled-months') ? [{ subject: 'months', inputs: [figure('sample.months', months.join(', '))] }] : []),
  ];
};

/** E14: each pay sample recorded by hand, and those of one file together. */
export const paidAgainstWorked: Check = (record, limit) => {
  const byCode = new Map<string, Week[]>();
  for (const week of weeksOf(record)) byCode.set(week.code, [...(byCode.get(week.code) ?? []), week]);
  const compare = ({ value }: Kept<EntryValue<'wage'>>): { worked: number; paid: number } | null => {
    const weeks = (byCode.get(value.code) ?? []).filter(({ weekOf }) => weekOf >= value.periodFrom && weekOf <= value.periodTo);
    if (weeks.length === 0 || value.regularHours === null || value.overtimeHours === null) return null;
    const periodWeeks = ((Date.parse(value.periodTo) - Date.parse(value.periodFrom)) / 86_400_000 + 1) / 7;
    const paid = (value.regularHours + value.overtimeHours) / periodWeeks;
    const worked = weeks.reduce((sum, week) => sum + total(week), 0) / weeks.length;
    return paid === 0 || Math.abs(worked - paid) <= limit('hours-differ') * Math.max(worked, paid) ? null : { worked, paid };
  };
  return [
    ...ofFiles(record.wages, (wage) => compare(wage) !== null, 'wage.fileHours'),
    ...record.wages.flatMap((wage) => {
      const found = wage.value.file === undefined ? compare(wage) : null;
      return found === null
        ? []
        : [
            {
              subject: wage.key,
              inputs: [
                figure('hours.weekly', rounded(found.worked)),
                figure('wage.weekly', rounded(found.paid)),
                figure('sample.code', wage.value.code),
              ],
            },
          ];
    }),
  ];
};

/** E15 */
export const samplesApart: Check = (record, limit) => {
  const [hours, wages] = [new Set(record.hours.map(({ value }) => value.code)), new Set(record.wages.map(({ value }) => value.code))];
  if (hours.size === 0 || wages.size === 0) return [];
  const all = new Set([...hours, ...wages]);
  const both = [...hours].filter((code) => wages.has(code)).length;
  const isThin = record.plan.interviews > 0 && all.size < limit('codes-per-interview') * record.plan.interviews;
  if (both >= limit('codes-in-both') * all.size && !isThin) return [];
  return [{ inputs: [figure('sample.codes', share(both, all.size)), figure('plan.interviews', record.plan.interviews)] }];
};

/** E22 */
export const fewRecords: Check = (record, limit) => {
  const codes = (entries: readonly { value: { code: string } }[]) => new Set(entries.map(({ value }) => value.code)).size;
  const few = (questions: readonly string[], sampled: number, name: string): Found[] => {
    const keys = areJudged(record, questions, 'ok', limit).filter((key) => record.values.get(key)?.methods?.includes('documents'));
    return keys.length > 0 && sampled < limit('few-records')
      ? [{ subject: name, inputs: [figure(name, sampled), ...given(record, ...keys)] }]
      : [];
  };
  return [...few(['BW.CO.1.a', 'BW.CO.5.c'], codes(record.wages), 'wage.codes'), ...few(['BW.WT.1.b'], codes(record.hours), 'hours.codes')];
};
