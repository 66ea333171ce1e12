import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choices } from './choices';
import type { SampleKind } from './columns';
import { countsOf, mostSamples, planSamples } from './plan-samples';
import { codeMaker } from './read-sample-file.server';
import { addDays } from './read-time';
import { reduceTable } from './reduce-table';

const choices: Choices = {
  ...{ fields: {}, order: 'dmy', month: null, weekStart: 1, ordinaryHours: 48, source: 'time-records', workers: null },
  ...{ currency: null, minimumHourly: null, overtimeFactor: null, deductionLimit: null },
};

function plan(kind: SampleKind, lines: readonly (readonly string[])[], chosen: Partial<Choices> = {}) {
  const rows = lines.map((cells, at) => ({ rowNumber: at + 1, cells }));
  const read = reduceTable(rows, { kind, codeOf: codeMaker('key'), codeColumn: null });
  if (read.kind !== 'read') throw new Error(read.code);
  return planSamples(read.table, kind, { ...choices, ...chosen });
}
/** Monday 2 March 2026 and the days after. */
const march = (count: number) => addDays('2026-03-02', count);

describe('samples of hours', () => {
  it('adds the days of each week, with shifts over midnight, and divides overtime by the ordinary week', () => {
    const days = Array.from({ length: 7 }, (_, at) => ['7', march(at), '20:00', at === 6 ? '02:00' : '06:00', '1']);
    const { hours, problems } = plan('hours', [['ID', 'Date', 'In', 'Out', 'Break'], ...days]);
    expect(problems).toEqual([]);
    expect(hours).toMatchObject([{ weekOf: '2026-03-02', regular: 48, overtime: 11, daysWorked: 7, source: 'time-records' }]);
  });

  it('reads a sheet with a column for each day of a month, and leaves out weeks that it covers in part', () => {
    const header = ['Token No', ...Array.from({ length: 31 }, (_, at) => String(at + 1))];
    const cells = Array.from({ length: 31 }, (_, at) =>
      new Date(`2026-03-${String(at + 1).padStart(2, '0')}`).getUTCDay() === 5 ? 'OFF' : '10h30',
    );
    const { hours, partWeeks, problems } = plan('hours', [header, ['T-1', ...cells]], { month: '2026-03' });
    expect(problems).toEqual([]);
    expect(hours.map(({ weekOf, regular, overtime, daysWorked }) => [weekOf, regular, overtime, daysWorked])).toEqual(
      ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23'].map((on) => [on, 48, 15, 6]),
    );
    expect(partWeeks).toBe(2);
  });

  it('reads rows of weeks', () => {
    const { hours } = plan('hours', [
      ['Badge', 'Week starting', 'Regular hours', 'OT hours', 'Days worked'],
      ['B1', '02/03/2026', '48', '14,5', '7'],
    ]);
    expect(hours).toMatchObject([{ weekOf: '2026-03-02', regular: 48, overtime: 14.5, daysWorked: 7 }]);
  });

  it('reads fractions of a day that a spreadsheet shows as hours', () => {
    const days = Array.from({ length: 7 }, (_, at) => ['1', march(at), at === 6 ? '' : '0.395833']);
    const { hours } = plan('hours', [['ID', 'Date', 'Hours'], ...days.map((row, at) => (at === 6 ? ['1', march(6), '0'] : row))]);
    expect(hours).toMatchObject([{ regular: 48, overtime: 9, daysWorked: 6 }]);
  });

  it('makes no sample of a week with a day that cannot be read, and names its row', () => {
    const days = Array.from({ length: 7 }, (_, at) => ['1', march(at), at === 3 ? 'see clerk' : '8']);
    const { hours, problems } = plan('hours', [['ID', 'Date', 'Hours'], ...days]);
    expect(hours).toEqual([]);
    expect(problems).toEqual([{ row: 5, column: null, code: 'not-read' }]);
  });

  it('names a start without an end, a day of more than 24 hours, and a day that is there twice', () => {
    const week = Array.from({ length: 7 }, (_, at) => ['1', march(at), '08:00', '16:00', '', '']);
    const { problems } = plan('hours', [
      ['ID', 'Date', 'In', 'Out', 'Second in', 'Second out'],
      ...week,
      ['2', march(0), '08:00', '', '', ''],
      ['3', march(0), '00:00', '24:00', '08:00', '09:00'],
      ...Array.from({ length: 4 }, () => ['4', march(1), '08:00', '18:00', '', '']),
    ]);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [9, 'no-end'],
      [10, 'too-long'],
      [11, 'twice'],
    ]);
  });

  it('loses and invents no hours: the samples of full weeks add up to the rows', () => {
    const workers = fc.array(fc.array(fc.nat(24), { minLength: 14, maxLength: 14 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(workers, (all) => {
        const rows = all.flatMap((days, worker) => days.map((hours, at) => [`w${worker}`, march(at), String(hours)]));
        const { hours } = plan('hours', [['ID', 'Date', 'Hours'], ...rows]);
        const sum = hours.reduce((total, sample) => total + sample.regular + sample.overtime, 0);
        expect(sum).toBe(all.flat().reduce((total, each) => total + each, 0));
        expect(hours.every(({ daysWorked, regular }) => daysWorked <= 7 && regular <= 48)).toBe(true);
      }),
    );
  });

  it('draws workers at random, the same ones from each file, and no more samples than fit', () => {
    const rows = Array.from({ length: 40 }, (_, worker) => [`w${worker}`, '02/03/2026', '48', '0', '6']);
    const header = ['ID', 'Week', 'Regular', 'OT', 'Days'];
    const codes = (lines: string[][]) => plan('hours', [header, ...lines], { workers: 10 }).hours.map(({ code }) => code);
    expect(codes(rows)).toHaveLength(10);
    expect(codes([...rows].reverse())).toEqual(codes(rows));
    const many = Array.from({ length: mostSamples + 20 }, (_, worker) => [`w${worker}`, '02/03/2026', '48', '0', '6']);
    const planned = plan('hours', [header, ...many]);
    expect([planned.hours.length, planned.isDrawn, planned.inFile.workers]).toEqual([mostSamples, true, mostSamples + 20]);
  });
});

describe('samples of pay', () => {
  const header = [
    'Emp No',
    'Month',
    'Normal hours',
    'OT hours',
    'Basic',
    'OT amount',
    'HRA allowance',
    'PF',
    'Loan deduction',
    'Gross',
    'Net pay',
  ];
  const row = ['1', 'Mar-26', '208', '40', '9,000', '1,500', '500', '600', '400', '11,000', '10,000'];

  it('reads a payroll, with deductions by kind and the period of a month', () => {
    const { pay, problems } = plan('wage', [header, row], { currency: 'BDT', minimumHourly: 60.1, overtimeFactor: 2 });
    expect(problems).toEqual([]);
    expect(pay).toMatchObject([
      {
        ...{ periodFrom: '2026-03-01', periodTo: '2026-03-31', currency: 'BDT', regularHours: 208, overtimeHours: 40 },
        ...{ basicPaid: 900_000, overtimePaid: 150_000, allowances: 50_000, netPaid: 1_000_000, minimumHourly: 6010 },
        deductions: [
          { kind: 'social-security', amount: 60_000 },
          { kind: 'loan', amount: 40_000 },
        ],
      },
    ]);
    const counts = countsOf({ hours: [], pay }, 'wage', { weekly: null, deduction: 0.05 });
    expect(counts).toMatchObject({
      below: { found: 1, of: 1 },
      unpaid: { found: 1, of: 1 },
      deducted: { found: 1, of: 1 },
      unexplained: { found: 0, of: 1 },
    });
  });

  it('leaves unknown what the file does not say', () => {
    const { pay } = plan(
      'wage',
      [
        ['Emp No', 'Month', 'Gross', 'Net pay'],
        ['1', '2026-03', '11000', '10000'],
      ],
      { currency: 'BDT', minimumHourly: 60, overtimeFactor: 2 },
    );
    expect(pay).toMatchObject([{ regularHours: null, overtimeHours: null, minimumHourly: null, basicPaid: 1_100_000 }]);
    const counts = countsOf({ hours: [], pay }, 'wage', { weekly: null, deduction: null });
    expect(counts).toMatchObject({ below: { found: 0, of: 0 }, unpaid: { found: 0, of: 0 }, deducted: { found: 0, of: 0 } });
  });

  it('adds piece-rate pay to basic pay, and counts yen without decimals', () => {
    const { pay } = plan(
      'wage',
      [
        ['ID', 'From', 'To', 'Piece rate', 'Basic', 'Net'],
        ['1', '01/03/2026', '15/03/2026', '5.000', '100.000', '105.000'],
      ],
      { currency: 'JPY' },
    );
    expect(pay).toMatchObject([{ periodFrom: '2026-03-01', periodTo: '2026-03-15', basicPaid: 105_000, netPaid: 105_000 }]);
  });

  it('names rows without a period, a currency or pay', () => {
    const { problems } = plan('wage', [
      ['ID', 'Month', 'Gross', 'Net'],
      ['1', '', '11000', '10000'],
      ['2', '2026-03', '', '10000'],
      ['3', '2026-03', '11000', '10000'],
    ]);
    expect(problems.map(({ row: at, code }) => [at, code])).toEqual([
      [2, 'no-period'],
      [3, 'no-currency'],
      [4, 'no-currency'],
    ]);
  });
});
