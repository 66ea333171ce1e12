import type { Made } from '../consistency-record';

const answers = (fires: NonNullable<Made['answers']>, silent: NonNullable<Made['answers']>): [Made, Made] => [
  { answers: fires },
  { answers: { ...fires, ...silent } },
];

/** B */
export const betweenCases: Record<string, [fires: Made, silent: Made]> = {
  B1: [
    { answers: { 'BW.FL.1.c': 'not-compliant' }, own: { 'S5.Q1': 'yes' } },
    { answers: { 'BW.FL.1.c': 'not-compliant' }, own: { 'S5.Q1': 'no' } },
  ],
  B2: [
    { answers: { 'BW.HR.2.e': 'not-compliant' }, own: { 'S2.Q1': 'yes' } },
    { answers: { 'BW.HR.2.e': 'compliant' }, own: { 'S2.Q1': 'yes' } },
  ],
  B3: answers({ 'BW.FL.2.a': 'not-compliant', I9: 'absent' }, { I9: 'present' }),
  B4: answers({ 'BW.FL.1.g': 'not-compliant', I8: 'absent' }, { I8: 'present' }),
  B5: answers({ 'BW.FL.1.h': 'not-compliant', 'S5.Q2': 'yes' }, { 'S5.Q2': 'no' }),
  B6: answers({ 'BW.OS.7.j': 'not-compliant', 'H8.3': 'compliant' }, { 'H8.3': 'not-compliant' }),
  B9: answers({ 'BW.FL.3.a': 'not-compliant', I11: 'absent' }, { I11: 'present' }),
  B10: answers({ 'P6.Q1': 95, 'BW.HR.1.c': 'not-compliant' }, { 'P6.Q1': 80 }),
  B11: answers({ 'D1.2': 'present', I2: 'absent' }, { I2: 'present' }),
  B12: answers({ 'H10.1': 'not-compliant', 'S4.Q2': 'yes' }, { 'S4.Q2': 'no' }),
  B13: answers({ 'H4.5': 'not-compliant', 'S7.Q2': 'yes' }, { 'S7.Q2': 'no' }),
  B14: answers({ 'S7.Q1': 'yes', 'BW.UN.a': 'no', 'BW.HR.3.a': 'not-compliant' }, { 'BW.UN.a': 'yes' }),
  B15: answers({ 'H11.2': 'not-compliant', 'S2.Q4': 'yes' }, { 'S2.Q4': 'no' }),
  B16: answers({ 'BW.CL.2.a': 'not-compliant', 'PS2-21.5': 'met' }, { 'PS2-21.5': 'not-met' }),
  B17: answers({ 'H1.1': 'no', 'BW.SI.i': 'yes' }, { 'BW.SI.i': 'no' }),
  B18: answers({ 'D3.6': 'present', I1: 'absent' }, { I1: 'present' }),
  B19: [
    { answers: { 'S5.Q1': 'yes' }, own: { 'P6.Q4': 'no' } },
    { answers: { 'S5.Q1': 'yes' }, own: { 'P6.Q4': 'yes' } },
  ],
};
