import type { Made } from '../consistency-record';

type Answers = NonNullable<Made['answers']>;
const answers = (fires: Answers, silent: Answers): [Made, Made] => [{ answers: fires }, { answers: { ...fires, ...silent } }];

/** A34 to A42. */
export const reviewCases: Record<string, [fires: Made, silent: Made]> = {
  A34: answers({ 'F2.1': 'shared', 'F2.2': 'met' }, { 'F2.1': 'employer' }),
  A35: answers({ 'F7.1': 'worker', 'D-1.1': 'met' }, { 'F7.1': 'recruiter' }),
  A36: answers({ 'D-4.1': 'met', 'IR-2.1': 'not-met' }, { 'IR-2.1': 'met' }),
  A37: answers({ 'RR.10': '2026-06-30', 'RR.9': 'iris' }, { 'RR.10': '2027-06-30' }),
  A38: answers({ 'RZ.1': 'approved', 'IR-A.1': 'not-met' }, { 'RZ.1': 'conditional' }),
  A39: answers({ 'EQZ.2': 'approve', 'EQD-C.4': 'partial' }, { 'EQZ.2': 'approve-with-conditions' }),
  A40: answers({ 'EQW.6': 'yes', 'EQW.2': 20 }, { 'EQW.2': 70 }),
  A41: answers({ 'EQ8.1': 'met', 'EQD-C.1': 'not-met' }, { 'EQD-C.1': 'met' }),
  A42: answers({ 'EQD-D.4': 'met', 'EQZ.1': 'document-checked' }, { 'EQZ.1': 'audit-announced' }),
};
