import type { Made } from '../consistency-record';

type Cases = Record<string, [fires: Made, silent: Made]>;
const answers = (fires: NonNullable<Made['answers']>, silent: NonNullable<Made['answers']>): [Made, Made] => [
  { answers: fires },
  { answers: { ...fires, ...silent } },
];
const site = (
  answered: NonNullable<Made['answers']>,
  known: Record<string, string | number>,
  silent: Record<string, string | number>,
): [Made, Made] => [
  { answers: answered, site: known },
  { answers: answered, site: silent },
];
const documents = (answer: string) => ({ answer, by: ['documents' as const] });
const workers = (answer: string) => ({ answer, by: ['workers' as const] });

/** A and D. */
export const withinCases: Cases = {
  A1: answers({ 'S2.Q1': 'yes', 'S2.Q2': 'yes' }, { 'S2.Q2': 'no' }),
  A2: answers({ 'S3.Q2': 'partial', 'S3.Q3': 'yes' }, { 'S3.Q3': 'no' }),
  A3: answers({ 'S2.Q2': 'yes', 'S2.Q3': 'not-applicable' }, { 'S2.Q3': 'no' }),
  A4: answers({ 'P6.Q1': 40, 'P6.Q2': 'yes' }, { 'P6.Q1': 60 }),
  A5: answers({ 'P1.Q2': 'yes', 'P1.Q4': 30 }, { 'P1.Q4': 70 }),
  A6: answers({ 'P1.Q1': 0, 'P4.Q3': 'yes' }, { 'P4.Q3': 'no' }),
  A7: answers({ 'P4.Q5': 'yes', 'P9.Q3': 0 }, { 'P9.Q3': 2 }),
  A8: site({ 'S2.Q4': 'not-applicable' }, { 'site.agency': 'yes' }, {}),
  A10: [{ answers: { 'P2.Q1': 4 } }, { answers: { 'P2.Q1': 3 } }],
  A11: answers({ 'BW.SI.a': 40, 'BW.SI.b': 60, 'BW.SI.o': 120 }, { 'BW.SI.o': 90 }),
  A12: answers({ 'BW.SI.f': 'yes', 'BW.SI.o': 0 }, { 'BW.SI.o': 4 }),
  A13: answers({ 'BW.SI.p': 3, 'BW.CO.3.a': 'not-applicable' }, { 'BW.SI.p': 2 }),
  A14: answers({ 'BW.UN.g': 1, 'BW.FA.5.b': 'not-applicable' }, { 'BW.UN.g': 0 }),
  A15: answers({ 'BW.UN.e': 99, 'BW.FA.1.c': 'compliant', 'BW.FA.3.a': 'compliant' }, { 'BW.UN.e': 60 }),
  A16: answers({ 'BW.WT.1.e': 'not-compliant', 'BW.WT.2.b': documents('compliant') }, { 'BW.WT.2.b': workers('compliant') }),
  A17: answers({ 'BW.PI.h': 'yes', 'BW.WT.1.e': 'compliant' }, { 'BW.PI.h': 'no' }),
  A18: answers({ 'BW.PI.g': 'yes', 'BW.FL.1.e': workers('compliant') }, { 'BW.FL.1.e': documents('compliant') }),
  A19: [
    { answers: { 'BW.PI.e': 'in-part' }, compliance: { 'BW.WT.2.b': ['documents'] } },
    { answers: { 'BW.PI.e': 'no' }, compliance: { 'BW.WT.2.b': ['documents'] } },
  ],
  A20: [
    { answers: { 'BW.PI.a': 'document-checked', 'BW.WT.2.b': workers('compliant') }, compliance: { 'BW.WT.2.b': ['documents'] } },
    { answers: { 'BW.PI.a': 'document-checked', 'BW.WT.2.b': documents('compliant') }, compliance: { 'BW.WT.2.b': ['documents'] } },
  ],
  A21: answers({ 'BW.FL.3.b': 'not-compliant', 'BW.CO.1.a': 'compliant' }, { 'BW.CO.1.d': 'not-compliant' }),
  A22: answers({ 'BW.FL.3.a': 'not-compliant', 'BW.WT.2.a': 'compliant' }, { 'BW.WT.2.a': 'not-compliant' }),
  A23: answers({ 'BW.OS.7.j': 'not-compliant', 'BW.FL.1.d': 'compliant' }, { 'BW.OS.7.j': 'compliant' }),
  A24: answers({ 'BW.HR.2.e': 'not-compliant', 'BW.FL.2.e': 'compliant' }, { 'BW.FL.2.e': 'not-compliant' }),
  A25: [
    { answers: { 'BW.OS.4.d': documents('compliant') }, compliance: { 'BW.OS.4.d': ['observation'] } },
    { answers: { 'BW.OS.4.d': documents('compliant') }, compliance: { 'BW.OS.4.d': ['observation', 'documents'] } },
  ],
  A26: answers({ 'H12.1': 'compliant', 'H12.3': 'not-compliant' }, { 'H12.3': 'compliant' }),
  A27: answers({ 'H11.1': 'not-compliant', 'HR.2': 'not-applicable', 'HR.3': 'not-applicable' }, { 'HR.3': 'compliant' }),
  A28: answers({ 'HL.1': 'self-declared', 'HL.3': 4 }, { 'HL.1': 'audit-announced' }),
  A29: answers({ 'PS2-11.1': 'not-met', 'PS2-11.2': 'met' }, { 'PS2-11.1': 'met' }),
  A30: answers({ 'PS2-R.2': 'direct', 'PS2-24.1': 'met' }, { 'PS2-R.2': 'all' }),
  A31: answers({ 'PS2-22.3': 'not-met', 'PS2-22.2': 'met' }, { 'PS2-22.2': 'not-met' }),
  A32: answers({ 'D3.6': 'present', 'D0.c': 'no', 'D0.d': 'no' }, { 'D0.d': 'yes' }),
  A33: answers({ 'D2.5': 'present', 'D5.1': 'absent' }, { 'D5.1': 'present' }),
  A43: answers({ 'BW.CL.3.a': 'not-compliant', 'BW.SI.h': 'no' }, { 'BW.SI.h': 'yes' }),
  D1: site({ 'BW.SI.a': 60, 'BW.SI.b': 60 }, { 'site.workers': 100 }, { 'site.workers': 122 }),
  D2: site({ 'BW.SI.a': 60, 'BW.SI.b': 60 }, { 'site.femaleShare': 0.7 }, { 'site.femaleShare': 0.45 }),
  D3: site({ 'BW.SI.f': 'no' }, { 'site.migrants': 'yes' }, {}),
  D4: site({ 'BW.SI.g': 'no' }, { 'site.agency': 'yes' }, {}),
  D5: site({ 'BW.SI.j': 'no' }, { 'site.housing': 'yes' }, {}),
  D6: site({ 'BW.SI.r': 'no' }, { 'site.subcontracting': 'yes' }, {}),
  D7: site({ 'BW.SI.h': 'no' }, { 'site.youngWorkers': 'yes' }, {}),
  D8: site({ 'H10.1': 'not-applicable' }, { 'site.migrants': 'yes' }, {}),
  D9: site({}, { 'site.peakRatio': 1.8, 'site.seasonal': 'no' }, { 'site.peakRatio': 1.2, 'site.seasonal': 'no' }),
  D10: site({ 'BW.UN.a': 'yes' }, { 'site.workerVoice': 'none' }, { 'site.workerVoice': 'independent' }),
};
