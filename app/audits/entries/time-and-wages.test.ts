import { describe, expect, it } from 'vitest';
import type { EntryValue } from '~/audits/entries/entries';
import { countHours, countWages, measureWage } from './time-and-wages';

const week = (more: Partial<EntryValue<'hours'>> = {}): EntryValue<'hours'> => ({
  ...{ code: 'W01', weekOf: '2026-11-02', regular: 48, overtime: 12, daysWorked: 6, isOvertimeVoluntary: 'yes', source: 'time-records' },
  ...{ isWithdrawn: false },
  ...more,
});
const pay = (more: Partial<EntryValue<'wage'>> = {}): EntryValue<'wage'> => ({
  ...{ code: 'W01', periodFrom: '2026-10-01', periodTo: '2026-10-31', currency: 'USD', regularHours: 200, overtimeHours: 40 },
  ...{ basicPaid: 20_000, overtimePaid: 6_000, allowances: 0, deductions: [], netPaid: 26_000, minimumHourly: 100, overtimeFactor: 1.5 },
  ...{ isWithdrawn: false, ...more },
});

describe('hours', () => {
  it('counts nothing without samples, and has no longest week', () => {
    expect(countHours([])).toMatchObject({ weeks: 0, workers: 0, longest: null });
  });
  it('counts weeks above sixty hours, not of sixty; weeks without rest; overtime that was not voluntary or of unknown consent', () => {
    const samples = [
      week(),
      week({ overtime: 12.5, daysWorked: 7, isOvertimeVoluntary: 'no' }),
      week({ code: 'W02', overtime: 1, isOvertimeVoluntary: 'unknown' }),
      week({ code: 'W02', overtime: 0, isOvertimeVoluntary: 'no' }),
    ];
    expect(countHours(samples)).toEqual({
      ...{ workers: 2, weeks: 4, longWeeks: 1, weeksWithoutRest: 1, longest: 60.5, forcedOvertime: 1, unknownOvertime: 1 },
    });
  });
});

describe('pay', () => {
  it('finds no shortfall where everything was paid', () => {
    expect(measureWage(pay())).toEqual({
      ...{ gross: 26_000, belowMinimum: 0, overtimeUnpaid: 0, deductions: 0, deductionShare: 0, unexplained: 0 },
    });
  });
  it('measures the shortfall of the minimum and of overtime; overtime of workers paid below the minimum by the minimum', () => {
    const found = measureWage(pay({ basicPaid: 15_000, overtimePaid: 3_000, netPaid: 18_000 }));
    expect(found).toMatchObject({ belowMinimum: 5_000, overtimeUnpaid: 3_000 });
    expect(measureWage(pay({ basicPaid: 40_000 }))).toMatchObject({ belowMinimum: 0, overtimeUnpaid: 6_000 });
  });
  it('keeps unknown values unknown, never zero', () => {
    expect(measureWage(pay({ minimumHourly: null })).belowMinimum).toBeNull();
    expect(measureWage(pay({ overtimeFactor: null })).overtimeUnpaid).toBeNull();
    expect(measureWage(pay({ regularHours: 0, basicPaid: 0, minimumHourly: null })).overtimeUnpaid).toBeNull();
    expect(measureWage(pay({ overtimeHours: 0, overtimePaid: 0, overtimeFactor: null })).overtimeUnpaid).toBe(0);
    expect(measureWage(pay({ basicPaid: 0, overtimePaid: 0 })).deductionShare).toBeNull();
  });
  it('adds deductions up and shows those that the payslip does not explain', () => {
    const deductions = [
      { kind: 'housing' as const, amount: 3_000 },
      { kind: 'recruitment-fee' as const, amount: 3_500 },
    ];
    expect(measureWage(pay({ deductions, netPaid: 19_000 }))).toMatchObject({ deductions: 6_500, deductionShare: 0.25, unexplained: 500 });
  });
  it('counts samples, and those with an unknown value separately', () => {
    const samples = [pay(), pay({ minimumHourly: null, overtimeFactor: null }), pay({ basicPaid: 1_000 })];
    expect(countWages(samples)).toMatchObject({ samples: 3, belowMinimum: 1, minimumUnknown: 1, overtimeUnpaid: 0, overtimeUnknown: 1 });
    expect(countWages([])).toMatchObject({ samples: 0, largestShare: null });
  });
});
