import { recordAgainstReview, workforceAgainstStatement } from '../checks/reviews';
import { ledger } from '../edition-two';
import { either, type Rule, split, term } from '../rule';

const costs = [1, 2, 3, 4, 5, 6, 7, 8, 9];
/** Costs related to recruitment that the self-assessment asks for one by one. */
const related = ['documents', 'travel', 'medical', 'insurance', 'tests', 'training', 'tools'];
const payers = costs.map((cost) => `F${cost}.1`).join(' ');
const items = (prefix: string, count: number, without: readonly number[] = []) =>
  Array.from({ length: count }, (_, index) => index + 1).flatMap((item) => (without.includes(item) ? [] : [`${prefix}.${item}`]));
const reviewed = [
  ...[items('EQ1', 8, [1]), items('EQ2', 6), items('EQ3', 6, [1]), items('EQ4', 5), items('EQ5', 8), items('EQ6', 6), items('EQ7', 7)],
  ...[items('EQ8', 5), items('EQ9', 3), items('EQ10', 7), items('EQD-D', 13), items('EQD-A', 12), items('EQD-M', 9), items('EQD-P', 5)],
  ...[items('EQD-E', 6), items('EQD-I', 5), items('EQD-C', 12), items('EQD-R', 9)],
]
  .flat()
  .join(' ');

/** A: answers of a review that a member fills in, of a labour recruiter or of a deal. */
export const reviewRules: readonly Rule[] = [
  {
    ...{ id: 'A34', version: 1, severity: 'contradiction', from: ['ILO9', 'A'] },
    reason: 'Who pays a cost and whether workers bear it are one fact.',
    cases: costs
      .flatMap((cost) => [
        either(term(`F${cost}.1`, ['worker', 'shared']), term(`F${cost}.2`, 'ok')),
        either(term(`F${cost}.1`, ['nobody', 'employer', 'recruiter']), term(`F${cost}.2`, 'bad')),
      ])
      .concat(related.map((cost) => either(term(`FEE.2.${cost}`, ['worker']), term('H11.8', 'ok')))),
  },
  {
    ...{ id: 'A35', version: 1, severity: 'contradiction', from: ['ILO9'] },
    reason: 'Where workers pay a cost of recruitment, they do not recruit free of charge.',
    cases: [
      either(term(payers, ['worker', 'shared']), term('D-1.1 FR7.1', 'ok')),
      either(term('RR.12.a', ['no-fees-no-costs']), term(ledger.join(' '), ['worker', 'shared', 'yes'])),
      either(term('RR.12.a', ['no-fees']), term(ledger.filter((row) => row.startsWith('F1.')).join(' '), ['worker', 'shared'])),
    ],
  },
  {
    ...{ id: 'A36', version: 1, severity: 'contradiction', from: ['ILO7', 'ILO3'] },
    reason: 'One fact is answered twice: who keeps identity documents, and the way home.',
    cases: [
      ...[...split('D-4.1', 'IR-2.1', 'FR11.2'), ...split('D-10.2', 'IR-2.4', 'FR12.1')],
      either(term('H12.5', ['yes']), term('H12.1', 'ok')),
      either(term('H12.5', ['no']), term('DOC.1', ['employer'])),
      either(term('H12.5', ['yes']), term('DOC.1', ['worker'])),
    ],
  },
  {
    ...{ id: 'A37', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'The record of the recruiter and its review are about the same licence, certificate, ban, policy and orientation.',
    reads: [
      ...['RR.2', 'IR-A.1', 'FR5.1', 'RR.1.origin', 'RR.1.origin.expiry', 'RR.1.work', 'RR.1.work.expiry', 'RR.10', 'RR.9', 'RR.11'],
      ...['RR.11.a', 'IR-A.2', 'RR.12', 'IR-1.1', 'RR.14', 'IR-3.5'],
    ],
    check: recordAgainstReview,
  },
  {
    ...{ id: 'A38', version: 1, severity: 'contradiction', from: ['P'] },
    reason: 'A recruiter with a core failure is not approved, and none is suspended without the chance to reply.',
    cases: [
      either(term('RZ.1', ['approved']), term('D-1.1 D-4.1 FR7.1 FR11.2 IR-1.4 IR-2.1 IR-A.1', 'bad')),
      { ...either(term('RZ.1', ['suspended', 'stopped']), term('RZ.3', ['not-yet'])), severity: 'doubt' },
    ],
  },
  {
    ...{ id: 'A39', version: 1, severity: 'contradiction', from: ['P'] },
    reason: 'What is not met or partly met calls for conditions.',
    cases: [either(term('EQZ.2', ['approve']), term(reviewed, ['partial', 'not-met']))],
  },
  {
    ...{ id: 'A40', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'The figures of the workforce show whether it is large, mostly migrant and housed.',
    ...{ reads: ['EQW.1', 'EQW.2', 'EQW.5', 'EQW.6'], check: workforceAgainstStatement },
  },
  {
    ...{ id: 'A41', version: 1, severity: 'contradiction', from: ['P'] },
    reason: 'A principle is met by the document that proves it.',
    cases: [
      ...[...split('EQ4.4', 'EQD-E.4'), ...split('EQ8.1', 'EQD-C.1'), ...split('EQ8.2', 'EQD-C.2'), ...split('EQ8.4', 'EQD-C.7')],
      ...[...split('EQ2.2', 'EQD-A.7'), ...split('EQ2.3', 'EQD-A.8')],
    ],
  },
  {
    ...{ id: 'A42', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'A visit to the site is claimed, and the review rests on documents.',
    cases: [either(term('EQD-D.4 EQD-D.5', 'ok'), term('EQZ.1', ['self-declared', 'document-checked']))],
  },
];
