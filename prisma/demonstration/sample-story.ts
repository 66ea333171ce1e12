import type { DefinitionElement } from '~/audits/entries/definition';
import type { EntryValue } from '~/audits/entries/entries';

/** What the approved audit of the demonstration drew as samples, how it read the legal definition, and how it closed. No site or person in it exists. */

const code = (index: number) => `W${String(index + 1).padStart(2, '0')}`;

/** Workers whose hours and pay were looked at. */
const sampled = 26;
/** Overtime of a worker in a week, in hours: no two workers in a row work alike, one in nine more than sixty hours in all. */
const overtimeOf = (index: number) => 6 + ((index * 4) % 9) + (index % 9 === 2 ? 2 : 0);

/** A week of these workers, all with a day of rest. */
export const weeksSampled = (weekOf: string): EntryValue<'hours'>[] =>
  Array.from({ length: sampled }, (_, index) => ({
    ...{ code: code(index), weekOf, regular: 45, overtime: overtimeOf(index), daysWorked: 6 },
    ...{ isOvertimeVoluntary: 'yes', source: 'time-records', isWithdrawn: false },
  }));

/** The same week of six of them in the records of the gate, which count the way to the line. */
export const weeksCompared = (weekOf: string): EntryValue<'hours'>[] =>
  weeksSampled(weekOf)
    .slice(0, 6)
    .map((week) => ({ ...week, overtime: week.overtime + 1, source: 'gate-records' }));

/** How a site pays by the month, in minor units of its currency. */
export type PayScale = {
  currency: string;
  basic: number;
  minimumHourly: number;
  overtimeFactor: number;
  allowance: number;
  insurance: number;
  loan: number;
};
const malaysia: PayScale = {
  ...{ currency: 'MYR', basic: 170_000, minimumHourly: 872, overtimeFactor: 1.5, allowance: 5_000, insurance: 1_990, loan: 15_000 },
};

/** The same weeks where no one works more than sixty hours. */
export const shortWeeksSampled = (weekOf: string): EntryValue<'hours'>[] =>
  weeksSampled(weekOf).map((week) => ({ ...week, overtime: Math.min(week.overtime, 14) }));

/** A month's pay of them: no pay under the minimum, an advance paid back by five. */
export const paySampled = ({ from, to }: { from: string; to: string }, scale: PayScale = malaysia): EntryValue<'wage'>[] =>
  Array.from({ length: sampled }, (_, index) => {
    const hours = { regularHours: 194, overtimeHours: 4 * overtimeOf(index) };
    const basicPaid = scale.basic;
    const pay = {
      basicPaid,
      overtimePaid: Math.ceil((basicPaid / hours.regularHours) * scale.overtimeFactor * hours.overtimeHours),
      allowances: scale.allowance,
    };
    const deductions: EntryValue<'wage'>['deductions'] = [
      { kind: 'social-security', amount: scale.insurance },
      ...(index < 5 ? [{ kind: 'loan' as const, amount: scale.loan }] : []),
    ];
    const gross = pay.basicPaid + pay.overtimePaid + pay.allowances;
    return {
      ...{ code: code(index), periodFrom: from, periodTo: to, currency: scale.currency, ...hours },
      ...{ ...pay, deductions, netPaid: deductions.reduce((rest, { amount }) => rest - amount, gross) },
      ...{ minimumHourly: scale.minimumHourly, overtimeFactor: scale.overtimeFactor, isWithdrawn: false },
    };
  });

/** The operational indicators: what is not named was looked for and not found. D4.1 is what the finding on overtime (BW.WT.2.b) shows. */
export const operationalSeen = {
  present: ['D3.6.b', 'D4.1', 'D5.1', 'D6.5'],
  unknown: ['D1.2', 'D2.4', 'D5.2'],
  parts: { 'D0.a': 'adults', 'D4.1.parts': 'hours' },
} as const;

/** The legal definition, element by element; what it comes to is no proof. */
export const definitionRead: Readonly<Record<DefinitionElement, EntryValue<'element'>>> = {
  work: {
    ...{ state: 'supported', speaksFor: 'Everyone on the lines works for pay.', speaksAgainst: '', exceptions: [] },
    methods: ['documents', 'observation'],
  },
  penalty: {
    state: 'unclear',
    speaksFor:
      'Passports were kept in the personnel office and released against a signature, so that a worker who wants to leave depends on the office.',
    speaksAgainst: 'The register shows passports released on the day of the request; no worker interviewed had been refused.',
    ...{ exceptions: [], methods: ['documents', 'workers', 'observation'] },
  },
  'not-voluntary': {
    state: 'unclear',
    speaksFor: 'A job that cost four months of pay is hard to leave before the money is earned back.',
    speaksAgainst: 'Contracts can be ended with a month’s notice, and the notices on file were accepted.',
    ...{ exceptions: [], methods: ['documents', 'workers'] },
  },
  exceptions: { state: 'not-supported', speaksFor: '', speaksAgainst: '', exceptions: [], methods: ['documents'] },
};

/** A hand that signs: loops from left to right, narrower with each. */
export function hand(loops: number): number[] {
  return Array.from({ length: loops * 12 }, (_, step) => {
    const turn = (step / 12) * 2 * Math.PI;
    return [
      Math.round(120 + (step / (loops * 12)) * 700 + 34 * Math.sin(turn)),
      Math.round(160 - 62 * Math.cos(turn) * (1 - step / (loops * 18))),
    ];
  }).flat();
}

export const signatures: readonly EntryValue<'signature'>[] = [
  {
    ...{
      by: 'Managing director',
      party: 'management',
      says: 'Results discussed. We dispute the finding on passports.',
      ratio: 3,
      isWithdrawn: false,
    },
    strokes: [hand(5), [110, 265, 500, 250, 840, 258]],
  },
  { ...{ by: 'Lead auditor', party: 'auditor', says: '', ratio: 3, isWithdrawn: false }, strokes: [hand(3), [140, 240, 620, 236]] },
];

/** What was said at the closing meeting beside who was there. */
export const closingSaid = {
  resultsReviewed: 'yes',
  mayChange: 'yes',
  notes:
    'All findings were discussed one by one. Management agreed to send a corrective action plan within 14 days and disputes the finding on passports.',
} as const;
