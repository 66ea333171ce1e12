import type { Made } from '../consistency-record';

const finding = (
  fires: NonNullable<Made['findings']>[number],
  silent: Partial<NonNullable<Made['findings']>[number]>,
  rest: Made = {},
): [Made, Made] => [
  { ...rest, findings: [fires] },
  { ...rest, findings: [{ ...fires, ...silent }] },
];
const action = {
  ...{ kind: 'corrective', action: 'Give passports back', timescale: '30', verification: 'worker-interviews', people: null },
  ...{ agreedOn: '2026-09-10', completedOn: null, verifiedOn: null },
};

/** C and G. */
export const findingCases: Record<string, [fires: Made, silent: Made]> = {
  C2: [
    { findings: [{ question: 'BW.FL.1.c' }], answers: { 'BW.FL.1.c': 'compliant' } },
    { findings: [{ question: 'BW.FL.1.c' }], answers: { 'BW.FL.1.c': 'not-compliant' } },
  ],
  C3: [
    { findings: [{ question: 'BW.FL.1.c' }], answers: { I7: 'unknown' } },
    { findings: [{ question: 'BW.FL.1.c' }], answers: { I7: 'present' } },
  ],
  C4: [{ answers: { I9: 'present' } }, { answers: { I9: 'present' }, findings: [{ question: 'BW.HR.2.e' }] }],
  C5: finding(
    { question: 'BW.FL.1.e', extent: 'systemic', grade: 'minor' },
    { grade: 'major' },
    { raises: { 'BW.FL.1.e': 'intimidation-and-threats' } },
  ),
  C6: finding({ question: 'BW.WT.2.b', extent: 'isolated', affected: 60 }, { affected: 10 }, { plan: { workers: 100 } }),
  C7: finding(
    { question: 'BW.HR.2.e', what: 'Agency workers paid fees.', affected: 430 },
    { affected: 400 },
    { answers: { 'BW.SI.n': 426 } },
  ),
  C8: finding({ question: null, methods: ['documents'], agreement: 'agree' }, { agreement: 'single' }),
  C9: finding({ question: null, agreement: 'contradict' }, { agreement: 'partly' }),
  C10: [
    { findings: [{ question: 'BW.FL.2.a' }], raises: { 'BW.FL.2.a': 'debt-bondage' }, claims: { 'FEE.1': ['debt-bondage'] } },
    { findings: [{ question: 'BW.FL.2.a' }], raises: { 'BW.FL.2.a': 'debt-bondage' }, claims: { 'PAY.1': ['withholding-of-wages'] } },
  ],
  C11: [
    { earlier: [{ question: 'BW.HR.2.e', actions: [action] }] },
    { earlier: [{ question: 'BW.HR.2.e', actions: [{ ...action, kind: 'remediation' }] }] },
  ],
  C12: [
    { earlier: [{ people: 174, actions: [{ ...action, people: 100 }] }] },
    { earlier: [{ people: 174, actions: [{ ...action, people: 174 }] }] },
  ],
  C13: [
    { earlier: [{ actions: [{ ...action, completedOn: '2026-08-20' }] }] },
    { earlier: [{ actions: [{ ...action, completedOn: '2026-09-20' }] }] },
  ],
  C14: [
    {
      earlier: [{ question: 'BW.FL.1.e', actions: [{ ...action, verification: 'desktop', completedOn: '2026-09-20' }] }],
      compliance: { 'BW.FL.1.e': ['workers'] },
    },
    { earlier: [{ question: 'BW.FL.1.e', actions: [{ ...action, completedOn: '2026-09-20' }] }], compliance: { 'BW.FL.1.e': ['workers'] } },
  ],
  C15: finding({ question: null, repeats: 'earlier-0', grade: 'minor' }, { grade: 'critical' }, { earlier: [{}] }),
  C16: finding({ question: null, what: 'Exits blocked.', rootCause: 'Exits blocked.' }, { rootCause: 'No storage area is marked.' }),
  C17: [
    { findings: [{ question: 'BW.FL.1.c' }], practices: [{ section: 'BW.FL', what: 'Documents are returned.' }] },
    { findings: [{ question: 'BW.FL.1.c' }], practices: [{ section: 'BW.WT', what: 'Documents are returned.' }] },
  ],
  C18: finding({ question: null, isLegalContext: true, legalReference: '' }, { legalReference: 'Employment Act 1955, section 60A' }),
  C19: [
    { earlier: [{ reply: { kind: 'dispute', verdict: null, repliedOn: '2026-10-02' } }] },
    { earlier: [{ reply: { kind: 'dispute', verdict: 'upheld', repliedOn: '2026-10-02' } }] },
  ],
  C20: [
    { earlier: [{ grade: 'critical', actions: [{ ...action, timescale: '90' }] }] },
    { earlier: [{ grade: 'major', actions: [{ ...action, timescale: '90' }] }] },
  ],
  G2: [improved('compliant'), improved('not-compliant')],
  G3: finding({ question: 'BW.WT.2.b' }, { repeats: 'earlier-0' }, { earlier: [{ question: 'BW.WT.2.b', openedOn: '2026-06-01' }] }),
  G5: [
    {
      ...{ plan: { announcement: 'unannounced', previousAnnouncement: 'announced' }, compliance: { a: [], b: [], c: [] } },
      ...{ before: { a: 'not-compliant', b: 'compliant', c: 'compliant' }, answers: { a: 'not-compliant', b: 'not-compliant' } },
    },
    {
      ...{ plan: { announcement: 'unannounced', previousAnnouncement: 'announced' }, compliance: { a: [], b: [], c: [] } },
      ...{ before: { a: 'not-compliant', b: 'compliant', c: 'compliant' }, answers: { a: 'not-compliant', b: 'compliant' } },
    },
  ],
};

function improved(now: string): Made {
  const keys = Array.from({ length: 10 }, (_, index) => `BW.OS.${index}`);
  const all = <T>(value: T) => Object.fromEntries(keys.map((key) => [key, value]));
  return { before: all('not-compliant'), answers: { ...all('compliant'), 'BW.OS.0': now }, compliance: all([]) };
}
