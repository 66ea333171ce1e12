import { desktopSource, interviewRestriction, selfCheckedClaim, sourceThatCannotShow } from '../checks/sources';
import { groupLargerThanWorkforce, yesAgainstNumber } from '../checks/workforce';
import { paidCosts } from '../edition-two';
import { forcedLabour } from '../forced-labour';
import { either, type Rule, term } from '../rule';

const screening = (dimension: number, items: number, without: readonly number[] = []) =>
  Array.from({ length: items }, (_, index) => index + 1)
    .filter((item) => !without.includes(item))
    .map((item) => `D${dimension}.${item}`)
    .join(' ');
/** The operational indicators that reveal no zero-tolerance answer. */
export const operational = [
  screening(1, 10),
  screening(2, 10, [1, 2, 3, 6, 9]),
  screening(3, 16),
  screening(4, 9),
  screening(5, 15, [3, 4, 5, 6, 13]),
  screening(6, 7),
].join(' ');

/** A: answers of one questionnaire. */
export const withinRules: readonly Rule[] = [
  {
    ...{ id: 'A1', version: 1, severity: 'contradiction', from: ['ILO9', 'P'] },
    reason: 'Who pays a cost and whether workers paid it are one fact.',
    // As edition one asks it. Edition two asks who pays today, and apart from that what workers of any year said they had paid: both can be true.
    cases: [either(term('P5.Q2 S2.Q1', 'ok', { asAsked: true }), term('P5.Q3 S2.Q2', ['yes'], { asAsked: true }))],
  },
  {
    ...{ id: 'A2', version: 1, severity: 'contradiction', from: ['ILO2', 'P'] },
    reason: 'A contract that matches the offer cannot be worse than it.',
    cases: [
      either(term('P6.Q2 S3.Q2', ['yes', 'partial']), term('P6.Q6 S3.Q3', ['yes'])),
      // Each from a few workers or files of its own, so one may miss what the other found.
      { ...either(term('FR9.1.b', 'ok'), term('IR-3.4', 'bad')), severity: 'doubt' },
    ],
  },
  {
    ...{ id: 'A3', version: 1, severity: 'contradiction', from: ['ILO9'] },
    reason: 'Where fees were paid, repayment is a question.',
    cases: [
      either(term('P5.Q3 S2.Q2', ['yes']), term('P5.Q6 S2.Q3', 'na')),
      either(term('FEE.1', ['asked-some']), term('HR.2 HR.3', 'na', { every: true })),
      either(term(paidCosts.join(' '), ['worker', 'shared', 'yes']), term('IR-1.4', 'na')),
    ],
  },
  {
    ...{ id: 'A4', version: 1, severity: 'doubt', from: ['A', 'ILO2'] },
    reason: 'A yes speaks for most workers; fewer than half have a contract.',
    cases: [
      either(term('P6.Q1', { below: 'half' }), term('P6.Q2 P6.Q3', ['yes'])),
      either(term('CON.6', ['none']), term('CON.1', ['before-first-day', 'first-week'])),
    ],
  },
  {
    ...{ id: 'A5', version: 1, severity: 'doubt', from: ['A', 'P'] },
    reason: 'A claim that is made for all reaches fewer than half.',
    cases: [
      either(term('P1.Q2', 'ok'), term('P1.Q4', { below: 'half' })),
      either(term('P2.Q1', 'ok'), term('P2.Q4', { below: 'half' })),
      either(term('POL.5', { ticks: 'suppliers' }), term('SUP.3', ['some', 'none'])),
      either(term('TRN.1', { ticks: 'any' }), term('TRN.2', ['none'])),
    ],
  },
  {
    ...{ id: 'A6', version: 1, severity: 'doubt', from: ['A'] },
    reason: 'Written rules are a written policy.',
    cases: [
      either(term('P1.Q1', [0]), term('P4.Q3 P4.Q5', ['yes'])),
      either(term('P1.Q1', [0]), term('P2.Q6', { above: 'in-writing' })),
      either(term('POL.1', ['none', 'spoken']), term('SUP.3', ['all', 'most', 'some'])),
    ],
  },
  {
    ...{ id: 'A7', version: 1, severity: 'doubt', from: ['BW'] },
    reason: 'Workers take part through somebody who represents them.',
    cases: [either(term('P1.Q7 P4.Q5', ['yes']), term('P9.Q3', [0]))],
  },
  {
    ...{ id: 'A8', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'Agency workers exist, so the check of agencies applies.',
    cases: [either(term('site.agency', ['yes']), term('P5.Q4 S2.Q4', 'na'))],
  },
  {
    ...{ id: 'A10', version: 1, severity: 'doubt', from: ['T'] },
    reason: 'An independent check, which the highest level claims, has a person who made it and a date.',
    ...{ reads: ['check.answer', 'check.note', 'FEE.5'], check: selfCheckedClaim },
  },
  {
    ...{ id: 'A11', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'No group is larger than the workforce it belongs to.',
    ...{ reads: ['BW.SI.a', 'BW.SI.b', 'BW.SI.m', 'BW.SI.n', 'BW.SI.o', 'BW.SI.q'], check: groupLargerThanWorkforce },
  },
  {
    ...{ id: 'A12', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'A yes needs a number above zero, a no none.',
    reads: ['BW.SI.f', 'BW.SI.o', 'BW.SI.g', 'BW.SI.n', 'BW.SI.j', 'BW.SI.q', 'BW.UN.a', 'BW.UN.c', 'BW.UN.b', 'BW.UN.d'],
    check: yesAgainstNumber,
  },
  {
    ...{ id: 'A13', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'Three shifts include a night.',
    cases: [either(term('BW.SI.p', { above: 'night-shifts' }), term('BW.WT.1.f BW.CO.3.a', 'na'))],
  },
  {
    ...{ id: 'A14', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'There was a strike, so the questions on strikes apply.',
    cases: [either(term('BW.UN.g', { above: 'none' }), term('BW.FA.5.b BW.FA.5.c BW.FA.5.d', 'na'))],
  },
  {
    ...{ id: 'A15', version: 1, severity: 'doubt', from: ['T'] },
    reason: 'Full membership suggests compulsion or control by the employer.',
    cases: [either(term('BW.UN.e', { above: 'near-total-union' }), term('BW.FA.1.c BW.FA.3.a', 'ok', { every: true }))],
  },
  {
    ...{ id: 'A16', version: 1, severity: 'contradiction', from: ['BW'] },
    reason: 'Records that hide hours cannot prove them.',
    cases: [either(term('BW.WT.1.e', 'bad'), term('BW.WT.1.a BW.WT.1.b BW.WT.1.c BW.WT.2.b BW.CO.2.a', 'ok', { by: 'documents' }))],
  },
  {
    ...{ id: 'A17', version: 1, severity: 'contradiction', from: ['BW'] },
    reason: 'A second set of books disproves the first.',
    cases: [
      either(term('BW.PI.h', ['yes']), term('BW.CO.5.a BW.WT.1.e', 'ok')),
      either(term('BW.CO.5.a', 'bad'), term('BW.CO.1.a BW.CO.4.b BW.WT.1.e', 'ok', { by: 'documents' })),
      either(term('BW.PI.h', ['yes']), term('BW.CO.1.a BW.CO.4.b', 'ok', { by: 'documents' })),
    ],
  },
  {
    ...{ id: 'A18', version: 1, severity: 'doubt', from: ['BW'] },
    reason: 'Coached workers confirm nothing alone.',
    cases: [either(term('BW.PI.g', ['yes']), term(forcedLabour.join(' '), 'ok', { by: 'workers' }))],
  },
  {
    ...{ id: 'A19', version: 1, severity: 'contradiction', from: ['BW'] },
    reason: 'Where access was restricted, something was not seen.',
    ...{ reads: ['BW.PI.e', 'BW.PI.i', 'plan.limits'], check: interviewRestriction },
  },
  {
    ...{ id: 'A20', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'A desktop assessment observes nothing and interviews no worker.',
    ...{ reads: ['BW.PI.a', 'check.methods'], check: desktopSource },
  },
  {
    ...{ id: 'A21', version: 1, severity: 'contradiction', from: ['ILO11'] },
    reason: 'Who needs overtime to reach the minimum wage is not paid it for ordinary hours.',
    cases: [either(term('BW.FL.3.b', 'bad'), term('BW.CO.1.a BW.CO.1.d', 'ok', { every: true }))],
  },
  {
    ...{ id: 'A22', version: 1, severity: 'contradiction', from: ['ILO11'] },
    reason: 'Overtime that cannot be refused is not voluntary.',
    cases: [either(term('BW.FL.3.a H7.3', 'bad'), term('BW.WT.2.a H7.2', 'ok'))],
  },
  {
    ...{ id: 'A23', version: 1, severity: 'contradiction', from: ['ILO3'] },
    reason: 'Residents who may not leave are limited in their dormitory.',
    cases: [
      either(term('BW.OS.7.j', 'bad'), term('BW.FL.1.d', 'ok')),
      either(term('MOV.2', ['permission', 'set-hours']), term('BW.FL.1.d.1', 'ok')),
      either(term('MOV.2', ['any-time']), term('BW.FL.1.d.1', 'bad')),
    ],
  },
  {
    ...{ id: 'A24', version: 1, severity: 'doubt', from: ['ILO9'] },
    reason: 'Fees that were paid show that the steps against them were not enough.',
    cases: [either(term('BW.HR.2.e', 'bad'), term('BW.FL.2.e', 'ok'))],
  },
  {
    ...{ id: 'A25', version: 1, severity: 'doubt', from: ['BW'] },
    reason: 'The source used is none of those that can show this.',
    ...{ reads: ['check.answer', 'check.methods'], check: sourceThatCannotShow },
  },
  {
    ...{ id: 'A26', version: 1, severity: 'contradiction', from: ['ILO7'] },
    reason: 'Documents that workers keep need not be asked for.',
    cases: [either(term('H12.1', 'ok'), term('H12.3 H12.4', 'bad'))],
  },
  {
    ...{ id: 'A27', version: 1, severity: 'contradiction', from: ['ILO9'] },
    reason: 'Where workers paid, who repays them applies.',
    cases: [
      either(term('H11.1', 'bad'), term('HR.2 HR.3', 'na', { every: true })),
      either(term('H5.6', 'bad'), term('HR.1', 'na')),
      either(term('HR.1 HR.2 HR.3 HR.4 HR.5 HR.7', 'bad'), term('HT.6', ['yes'])),
    ],
  },
  {
    ...{ id: 'A28', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'Workers are interviewed in private on a visit, and only then.',
    cases: [
      either(term('HL.1', ['self-declared', 'document-checked']), term('HL.3', { above: 'none' })),
      either(term('HL.1', ['audit-announced', 'audit-unannounced']), term('HL.3', [0])),
    ],
  },
  {
    ...{ id: 'A29', version: 1, severity: 'doubt', from: ['PS2'] },
    reason: 'People who are not identified cannot be confirmed as protected.',
    cases: [either(term('PS2-11.1', 'bad'), term('PS2-11.2 PS2-15-17.4', 'ok')), either(term('PS2-21.4', 'bad'), term('PS2-21.5', 'ok'))],
  },
  {
    ...{ id: 'A30', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'Answers go beyond the workers that the review covers.',
    cases: [
      either(
        term('PS2-R.2', ['direct']),
        term('PS2-24.1 PS2-24.2 PS2-24.3 PS2-25.1 PS2-25.2 PS2-25.3 PS2-26.1 PS2-26.2', ['met', 'partial', 'not-met']),
      ),
      either(
        term('PS2-R.2', ['direct', 'direct-contracted']),
        term('PS2-27.1 PS2-27.2 PS2-27.3 PS2-27.4 PS2-28.1 PS2-29.1 PS2-29.2', ['met', 'partial', 'not-met']),
      ),
    ],
  },
  {
    ...{ id: 'A31', version: 1, severity: 'contradiction', from: ['ILO9'] },
    reason: 'Contracts that bind like debt are bonded labour.',
    cases: [either(term('PS2-22.3', 'bad'), term('PS2-22.2', 'ok'))],
  },
  {
    ...{ id: 'A32', version: 1, severity: 'contradiction', from: ['P'], zero: 'z5' },
    reason: 'An indicator that is marked present rests on a source.',
    cases: [either(term(operational, 'bad'), term('D0.c D0.d D0.e D0.f D0.g', ['no'], { every: true }))],
  },
  {
    ...{ id: 'A33', version: 1, severity: 'doubt', from: ['ILO7'] },
    reason: 'Documents that were taken at recruitment were returned, or are still held.',
    cases: [either(term('D2.5', 'bad'), term('D5.1', 'ok'))],
  },
  {
    ...{ id: 'A43', version: 1, severity: 'doubt', from: ['C138'], zero: 'z5' },
    reason: 'Without reliable checks of age, a count of young workers rests on nothing.',
    cases: [either(term('BW.CL.3.a', 'bad'), term('BW.SI.h', ['no']))],
  },
];
