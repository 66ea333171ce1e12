import type { Follows } from './follow-editions';

const nc = (...keys: string[]): Follows => ({
  keys,
  ok: ['compliant'],
  bad: ['not-compliant'],
  says: { ok: 'compliant', bad: 'not-compliant' },
});
const review = (...keys: string[]): Follows => ({ keys, ok: ['met'], bad: ['not-met'], says: { ok: 'met', bad: 'not-met' } });
/** Narrower than the fact: bad shows it, and ok shows nothing. */
const shows = ({ keys, bad, says }: Follows): Follows => ({ keys, bad, says: typeof says === 'string' ? says : { bad: says.bad } });
/** The same question under another key, with the same answers. */
const renamed = (key: string): Follows => ({ keys: [key], says: 'same' });
const yesNo = { ok: 'yes', bad: 'no' } as const;
const supported = (source: string): Follows => ({ keys: ['D0.h'], ok: { ticks: source }, bad: { lacks: source }, says: yesNo });

const fees = ['agent', 'documents', 'travel', 'medical', 'insurance', 'tests', 'training', 'tools', 'extra'].map((cost) => `FEE.2.${cost}`);
/** The rows of the fee table of edition two. */
export const ledger = [
  ...['F1.agency', 'F1.sub-agent', 'F1.employer', 'F2.exam', 'F2.vaccination', 'F3.insurance', 'F3.fund', 'F4.language', 'F4.skills'],
  ...['F4.qualification', 'F5.training', 'F5.orientation', 'F6.tools', 'F6.uniform', 'F6.safety', 'F7.inland', 'F7.outward', 'F7.lodging'],
  ...['F7.home', 'F8.visa', 'F8.permit', 'F8.passport', 'F8.check', 'F8.attestation', 'F8.other'],
  ...['F9.bribe', 'F9.kickback', 'F9.bond', 'F9.deposit', 'F9.collateral', 'F9.extortion'],
];
const paidByWorkers: Follows = {
  keys: ledger,
  ...{ ok: ['nobody', 'employer', 'recruiter', 'no'], bad: ['worker', 'shared', 'yes'], says: { ok: 'met', bad: 'not-met' } },
};

/**
 * Facts that edition two asks under other keys, by the key of edition one that the rules name: only where the meaning is the same. A key that is asked in both
 * needs no line; a fact that is asked no more is in `noLongerAsked`.
 */
export const editionTwo: Readonly<Record<string, Follows>> = {
  'BW.CO.1.c': nc('BW.CO.1.c.1', 'BW.CO.1.c.2'),
  'BW.FA.1.a': nc('BW.FA.1.a.1', 'BW.FA.1.a.2'),
  'BW.FA.3.a': shows(nc('BW.FA.3.a.1')),
  'BW.FA.5.c': nc('BW.FA.5.c.1', 'BW.FA.5.c.2'),
  'BW.FA.5.d': nc('BW.FA.5.d.1', 'BW.FA.5.d.2'),
  'BW.FL.1.c': nc('BW.FL.1.c.2'),
  'BW.FL.1.d': nc('BW.FL.1.d.1', 'BW.FL.1.d.2'),
  'BW.FL.2.a': nc('BW.FL.2.a.1'),
  'BW.FL.2.b': nc('BW.FL.2.b.1'),
  'BW.FL.2.c': nc('BW.FL.2.c.1'),
  // Work that does not lower the debt is debt bondage (Supplementary Convention of 1956, article 1); the other tests alone are not.
  'BW.FL.2.d': {
    keys: ['BW.FL.2.d.1', 'BW.FL.2.d.2', 'BW.FL.2.d.3', 'BW.FL.2.d.4', 'BW.FL.2.d.5'],
    ...{ ok: ['compliant'], bad: ['not-compliant'], badIn: ['BW.FL.2.d.2'], says: { ok: 'compliant', bad: 'not-compliant' } },
  },
  'BW.FL.4.a': nc('BW.FL.4.a.1', 'BW.FL.4.a.2'),
  // The checklist compares supervision alone.
  'BW.FL.4.c': nc('BW.FL.4.c.1'),
  'BW.HR.2.d': nc('BW.HR.2.d.1'),
  'BW.HR.2.e': nc('BW.FL.2.e.1'),
  'BW.HR.3.b': nc('BW.HR.3.b.1', 'BW.HR.3.b.2'),
  'BW.OS.7.j': nc('BW.FL.1.d.1'),
  'BW.PI.e': {
    keys: ['BW.PI.e.1', 'BW.PI.e.2', 'BW.PI.f.1'],
    ...{ ok: ['all', 'yes', 'late'], bad: ['some', 'none', 'in-part', 'refused'], badIn: ['BW.PI.e.1', 'BW.PI.e.2'] },
    says: { ok: 'no', bad: 'in-part' },
  },
  'BW.PI.i': { keys: ['BW.PI.e.1'], ok: ['all'], bad: ['some', 'none'], says: { ok: 'no', bad: 'yes' } },
  'BW.SI.m': { keys: ['BW.SI.m.1', 'BW.SI.m.2'], says: 'sum' },
  'BW.UN.g': renamed('BW.UN.g.1'),
  'D0.c': supported('documents'),
  'D0.d': supported('workers'),
  'D0.e': supported('management'),
  'D0.f': supported('worker-representatives'),
  'D0.g': supported('observation'),
  'D3.6': renamed('D3.6.b'),
  'D3.16': renamed('D3.16.b'),
  'D4.4': renamed('D4.4.b'),
  'D4.5': renamed('D4.5.b'),
  'D4.6': renamed('D4.6.b'),
  'D6.3': renamed('D6.3.b'),
  'DA.1': shows(review('DA.1.a')),
  'D-1.1': paidByWorkers,
  'FR7.1': paidByWorkers,
  'H1.1': { keys: ['H1.9'], ok: { ticks: 'own' }, bad: { lacks: 'own' }, says: yesNo },
  'H1.3': nc('H1.3.a', 'H1.3.b'),
  'H10.1': nc('H10.1.a', 'H10.1.b', 'H10.1.c'),
  'H7.1': nc('H7.1.a'),
  'HL.1': renamed('HL.4'),
  'IR-A.1': {
    keys: ['RR.1.origin', 'RR.1.work'],
    ...{ ok: ['valid', 'not-required'], bad: ['expired', 'suspended', 'none'], says: { ok: 'met', bad: 'not-met' } },
  },
  'IR-A.2': { keys: ['RR.11.a'], ok: ['no'], bad: ['yes'], says: { ok: 'met', bad: 'not-met' } },
  // The self-assessment. Edition one has these facts in both depths; the rules read both, so one of the two is enough.
  'P1.Q7': { keys: ['POL.4'], ok: { ticks: 'representatives' }, says: { ok: 'yes' } },
  'P9.Q3': { keys: ['VOI.2'], ok: ['four', 'two'], bad: ['never'], says: { ok: 3, bad: 0 } },
  'S2.Q1': { keys: fees, ok: ['employer', 'agency'], bad: ['worker'], says: yesNo },
  'S2.Q2': { keys: ['FEE.1'], ok: ['asked-none'], bad: ['asked-some'], says: { ok: 'no', bad: 'yes' } },
  'S2.Q4': { keys: ['AGY.1'], ok: ['valid'], bad: ['not-seen'], says: yesNo },
  'S4.Q2': { keys: ['PAY.2'], ok: ['pay hours benefits union'], bad: ['none'], says: yesNo },
  'S5.Q1': { keys: ['DOC.1'], ok: ['worker'], bad: ['employer', 'recruiter'], says: yesNo },
  'S5.Q2': { keys: ['EXI.1'], ok: ['none'], bad: { ticks: 'any' }, says: yesNo },
  'S5.Q3': { keys: ['EXI.2'], ok: ['free'], bad: ['loss', 'permission', 'no'], says: yesNo },
  'S6.Q3': { keys: ['VOI.5'], ok: ['free'], bad: ['not-allowed'], says: yesNo },
};

const feeRows = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((cost) => [`F${cost}.1`, `F${cost}.2`]);
/** Keys of edition one that rules read and whose fact edition two does not ask, with the reason. A rule with such an input rests on its others. */
export const noLongerAsked: Readonly<Record<string, string>> = {
  'BW.FL.2.e': 'Whether the steps against fees are enough became one step, a term of the contract.',
  'BW.PI.n': 'Asked in people, which E17 compares.',
  'BW.PI.o': 'Asked in people, which E17 compares.',
  'BW.UN.e': 'Asked in bands; none of them means nearly all.',
  'FR12.1': 'Leaving the job is FR12.1.a, which B5 reads.',
  ...Object.fromEntries(feeRows.map((key) => [key, 'Asked by row of the fee table, whose payers are compared with nothing else.'])),
  'D-10.2': 'Asked as a term of days, D-10.2.a.',
  'D-4.1': 'Asked once, as IR-2.1.',
  'FR11.2': 'Asked once, as IR-2.1.',
  'FR5.1': 'One status with IR-A.1.',
  'IR-1.1': 'One answer with the policy on fees.',
  'RR.11': 'Sanctions and court cases apart; sanctions are what IR-A.2 follows from.',
  'RR.12': 'What the policy says, not whether there is one.',
  'RR.14': 'One question with IR-3.5.',
  'RR.2': 'A date for each licence, which A37 reads.',
  'H10.4': 'Asked of all workers, as H13.1.',
  'H5.6': 'A measure replaces it (H5.13), which E13 reads.',
  'H7.2': 'One question with H7.3.',
  'HR.4': 'Asks for a fact in place of how overtime is classified.',
  'HR.5': 'Asks what the employer did in place of the buyer.',
  'HR.7': 'The preparation of the assessor, no longer a finding.',
  'HT.1': 'Asked in the self-assessment alone.',
  'HT.4': 'Asked in the self-assessment alone.',
  'HT.6': 'Asked in the self-assessment alone.',
  'HT.8': 'Asked in the self-assessment alone.',
  'P1.Q1': 'Whether there is a rule and whether it is written; approval is a question of its own.',
  'P1.Q2': 'Who has to follow the rule; its own questionnaire compares that with the suppliers who agreed.',
  'P1.Q4': 'Counted in suppliers; its own questionnaire compares it with the rule.',
  'P2.Q1': 'What the training taught; its own questionnaire compares that with who had it.',
  'P2.Q4': 'Asked in words, and compared in its own questionnaire.',
  'P2.Q6': 'Contacts by kind of help.',
  'P3.Q1': 'What the last report says.',
  'P4.Q3': 'Visits to places that work for the site.',
  'P4.Q5': 'Practice in place of a clause, as S6.Q3 follows.',
  'P5.Q2': 'By cost, as S2.Q1 follows.',
  'P5.Q3': 'As S2.Q2 follows.',
  'P5.Q4': 'By check, as S2.Q4 follows.',
  'P5.Q6': 'Asked only where workers had paid.',
  'P5.Q7': 'By term, as S4.Q2 follows.',
  'P5.Q8': 'As S5.Q3 follows.',
  'P6.Q1': 'Copies (CON.6) apart from languages (CON.8), both of which B10 reads.',
  'P6.Q2': 'Point in time apart from the comparison with the offer.',
  'P6.Q3': 'Terms in writing, one by one.',
  'P6.Q4': 'As S5.Q1 follows.',
  'P6.Q6': 'What is done against a changed contract, not whether there was one.',
  'P6.Q7': 'As S5.Q2 follows.',
  'P8.Q1': 'Whether steps exist; the last case is a question of its own.',
  'P8.Q5': 'The plan alone, which applies everywhere.',
  'P8.Q6': 'A promise in writing, which says nothing of practice.',
  'S2.Q3': 'Asked only where workers had paid.',
  'S3.Q1': 'When the copy is given; who has one is CON.6, which B10 reads.',
  'S3.Q2': 'Point in time apart from the comparison with the offer.',
  'S3.Q3': 'What is done against a changed contract, not whether there was one.',
  'S4.Q1': 'Terms in writing, one by one.',
  'S6.Q1': 'Compared with the other depth, which has the same key now.',
  'S7.Q1': 'As P9.Q3 follows.',
  'S7.Q2': 'A promise in writing, which says nothing of practice.',
};
