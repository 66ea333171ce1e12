import { hoursOfWorkers, payOfWorkers, protectedDistribution } from '~/audits/bulk-samples/distribution';
import type { EntryValue } from '~/audits/entries/entries';
import { protectCounts, smallestGroup } from '~/platform/privacy/protect-counts';
import type { ReportHours, ReportWages } from '~/audits/report/audit-report/people-schema';
import { hourRows, mostWeeklyHours, wageRows } from '~/audits/report/audit-report/vocabulary';

type Hours = EntryValue<'hours'>;
type Wage = EntryValue<'wage'>;
type Verdict = 'yes' | 'no' | 'unknown';

/** Of the sampled workers, how many had such a week. Each counts once, by the worst week; single weeks are not reported. */
export function countHours(hours: readonly Hours[]): Extract<ReportHours, { state: 'told' }> {
  return withDistribution(
    'hours',
    hours,
    hoursOfWorkers(hours),
    countWorkers(hours, hourRows, {
      'above-60': ({ regular, overtime }) => (regular + overtime > mostWeeklyHours ? 'yes' : 'no'),
      'no-rest-day': ({ daysWorked }) => (daysWorked === 7 ? 'yes' : 'no'),
      'overtime-not-voluntary': ({ overtime, isOvertimeVoluntary }) =>
        overtime === 0 || isOvertimeVoluntary === 'yes' ? 'no' : isOvertimeVoluntary === 'no' ? 'yes' : 'unknown',
    }),
  );
}

/** Of the sampled workers, how many were paid so in one period or more. What the team did not know (the legal minimum, the rate of overtime) stays unknown. */
export function countWages(wages: readonly Wage[]): Extract<ReportWages, { state: 'told' }> {
  const deducted = (kind: string) => (wage: Wage) => (wage.deductions.some((each) => each.kind === kind && each.amount > 0) ? 'yes' : 'no');
  return withDistribution(
    'percent',
    wages,
    payOfWorkers(wages),
    countWorkers(wages, wageRows, {
      'below-minimum': ({ minimumHourly, basicPaid, regularHours }) =>
        minimumHourly === null || regularHours === null ? 'unknown' : basicPaid < Math.floor(minimumHourly * regularHours) ? 'yes' : 'no',
      'overtime-unpaid': ({ overtimeHours, overtimePaid }) =>
        overtimeHours === null ? 'unknown' : overtimeHours > 0 && overtimePaid === 0 ? 'yes' : 'no',
      'overtime-underpaid': isUnderpaid,
      'recruitment-fee': deducted('recruitment-fee'),
      deposit: deducted('deposit'),
      fine: deducted('fine'),
      loan: deducted('loan'),
    }),
  );
}

/** Overtime is owed at its factor times the hour's basic pay, and never less than the legal minimum. */
function isUnderpaid({ overtimeHours, overtimePaid, overtimeFactor, basicPaid, regularHours, minimumHourly }: Wage): Verdict {
  if (overtimeHours === null) return 'unknown';
  if (overtimeHours === 0 || overtimePaid === 0) return 'no';
  if (overtimeFactor === null || regularHours === null || regularHours === 0) return 'unknown';
  const hourly = Math.max(basicPaid / regularHours, minimumHourly ?? 0);
  return overtimePaid < Math.floor(hourly * overtimeHours * overtimeFactor) ? 'yes' : 'no';
}

function withDistribution<Counted extends object>(
  unit: 'hours' | 'percent',
  entries: readonly { code: string }[],
  byWorker: readonly number[],
  counted: Counted,
) {
  const distribution = protectedDistribution(unit, { byWorker, workers: new Set(entries.map(({ code }) => code)).size });
  return distribution === null ? counted : { ...counted, distribution };
}

function countWorkers<Row extends string, Entry extends { code: string }>(
  entries: readonly Entry[],
  rows: readonly Row[],
  verdictOf: Record<Row, (entry: Entry) => Verdict>,
) {
  const codes = [...new Set(entries.map(({ code }) => code))];
  const isFew = codes.length > 0 && codes.length < smallestGroup;
  return {
    state: 'told' as const,
    workers: isFew ? ('under-5' as const) : codes.length,
    rows: rows.map((row) => {
      const counts = { yes: 0, no: 0, unknown: 0 };
      for (const code of codes) {
        const verdicts = entries.filter((entry) => entry.code === code).map(verdictOf[row]);
        counts[verdicts.includes('yes') ? 'yes' : verdicts.includes('unknown') ? 'unknown' : 'no'] += 1;
      }
      const shown = isFew ? null : protectCounts(counts, codes.length);
      const of = (key: Verdict) => shown?.[key] ?? 'withheld';
      return { row, yes: of('yes'), no: of('no'), unknown: of('unknown') };
    }),
  };
}
