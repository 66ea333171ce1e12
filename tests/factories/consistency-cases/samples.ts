import type { Made } from '../consistency-record';

const hours = (
  fires: NonNullable<Made['hours']>[number],
  silent: NonNullable<Made['hours']>[number],
  answers: NonNullable<Made['answers']> = {},
): [Made, Made] => [
  { answers, hours: [fires] },
  { answers, hours: [{ ...fires, ...silent }] },
];
const wage = (
  fires: NonNullable<Made['wages']>[number],
  silent: NonNullable<Made['wages']>[number],
  answers: NonNullable<Made['answers']> = {},
): [Made, Made] => [
  { answers, wages: [fires] },
  { answers, wages: [{ ...fires, ...silent }] },
];
const talk = (fires: NonNullable<Made['tallies']>[number], silent: NonNullable<Made['tallies']>[number], rest: Made = {}): [Made, Made] => [
  { ...rest, tallies: [fires] },
  { ...rest, tallies: [{ ...fires, ...silent }] },
];
const weeks = (patterns: number) => Array.from({ length: 12 }, (_, index) => ({ code: `W${index}`, regular: 40 + (index % patterns) }));

/** E */
export const sampleCases: Record<string, [fires: Made, silent: Made]> = {
  E1: hours({ regular: 48, overtime: 16, daysWorked: 6 }, { overtime: 8 }, { 'BW.WT.2.b': 'compliant' }),
  E2: hours({ daysWorked: 7 }, { daysWorked: 6 }, { 'BW.WT.1.c': 'compliant' }),
  E3: hours({ isOvertimeVoluntary: 'no' }, { isOvertimeVoluntary: 'unknown' }, { 'BW.WT.2.a': 'compliant' }),
  E4: hours({ daysWorked: 1, regular: 30 }, { daysWorked: 5 }),
  E5: [{ hours: weeks(2) }, { hours: weeks(6) }],
  E6: [
    { hours: [{ overtime: 4 }, { overtime: 12, source: 'production-records' }] },
    { hours: [{ overtime: 4 }, { overtime: 6, source: 'production-records' }] },
  ],
  E7: hours({ source: 'time-records' }, { source: 'gate-records' }, { 'BW.WT.1.e': 'compliant' }),
  E8: [
    { hours: [{ weekOf: '2026-10-05' }] },
    { hours: [{ weekOf: '2026-10-05' }, { weekOf: '2026-08-03' }], wages: [{ periodFrom: '2026-06-01', periodTo: '2026-06-30' }] },
  ],
  E9: wage({ basicPaid: 100_000, netPaid: 100_000 }, { basicPaid: 160_000, netPaid: 160_000 }, { 'BW.CO.1.a': 'compliant' }),
  E10: wage(
    { overtimeHours: 20, overtimePaid: 10_000, netPaid: 170_000 },
    { overtimePaid: 30_000, netPaid: 190_000 },
    { 'BW.CO.2.a': 'compliant' },
  ),
  E11: wage({ netPaid: 150_000 }, { netPaid: 160_000 }),
  E12: wage(
    { deductions: [{ kind: 'recruitment-fee', amount: 5000 }], netPaid: 155_000 },
    { deductions: [{ kind: 'loan', amount: 5000 }] },
    { 'BW.HR.2.e': 'compliant' },
  ),
  E13: [
    { answers: { 'BW.FL.2.d': 'compliant' }, wages: [bound(90_000), bound(90_000)] },
    { answers: { 'BW.FL.2.d': 'compliant' }, wages: [bound(90_000), bound(70_000)] },
  ],
  E14: [
    { hours: [{ overtime: 24 }], wages: [{}] },
    { hours: [{ regular: 36, overtime: 0 }], wages: [{}] },
  ],
  E15: [
    { hours: [{ code: 'W01' }], wages: [{ code: 'W02' }] },
    { hours: [{ code: 'W01' }], wages: [{ code: 'W01' }] },
  ],
  E16: talk({ women: 2, men: 8 }, { women: 5 }, { plan: { sample: [{ dimension: 'sex', value: 'women', people: 5 }] } }),
  E17: talk({ women: 2 }, { women: 4 }, { answers: { 'BW.PI.k': 4 } }),
  E18: [
    { answers: { 'BW.FL.1.e': { answer: 'compliant', by: ['workers'] } } },
    { answers: { 'BW.FL.1.e': { answer: 'compliant', by: ['documents'] } } },
  ],
  E19: talk(
    { topics: { recruitment: 'grave-concern' } },
    { topics: { recruitment: 'some-concern' } },
    { answers: { 'BW.HR.2.e': 'compliant' } },
  ),
  E21: talk({ topics: { coaching: 'some-concern' } }, { topics: { coaching: 'no-concern' } }, { answers: { 'BW.PI.g': 'no' } }),
  E22: [
    { answers: { 'BW.CO.1.a': 'compliant' }, wages: [{}] },
    { answers: { 'BW.CO.1.a': 'compliant' }, wages: Array.from({ length: 5 }, (_, index) => ({ code: `W${index}` })) },
  ],
  E23: [{ wages: [{}, { code: 'W02', minimumHourly: 910 }] }, { wages: [{}, { code: 'W02' }] }],
};

function bound(amount: number): NonNullable<Made['wages']>[number] {
  return { deductions: [{ kind: 'loan', amount }], netPaid: 160_000 - amount };
}
