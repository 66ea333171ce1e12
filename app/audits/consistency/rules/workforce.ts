import { headcountsDiffer, peakAgainstSeason, sharesDiffer } from '../checks/workforce';
import { either, type Rule, term } from '../rule';

/** D: answers against what the supplier's record says of the workforce. */
export const workforceRules: readonly Rule[] = [
  {
    ...{ id: 'D1', version: 1, severity: 'doubt', from: ['A'] },
    reason: 'Person-days and samples depend on the headcount.',
    ...{ reads: ['BW.SI.a', 'BW.SI.b', 'site.workers', 'plan.workers'], check: headcountsDiffer },
  },
  {
    ...{ id: 'D2', version: 1, severity: 'doubt', from: ['A'] },
    reason: 'Women, migrant and agency workers are other shares here than in the record.',
    ...{ reads: ['BW.SI.a', 'BW.SI.n', 'BW.SI.o', 'site.femaleShare', 'site.migrantShare', 'site.agencyShare'], check: sharesDiffer },
  },
  {
    ...{ id: 'D3', version: 1, severity: 'contradiction', from: ['P'] },
    reason: 'Migrant workers are known; the answer leaves out the questions on them.',
    cases: [either(term('BW.SI.f', ['no']), term('site.migrants', ['yes'])), either(term('BW.SI.o', [0]), term('site.migrants', ['yes']))],
  },
  {
    ...{ id: 'D4', version: 1, severity: 'contradiction', from: ['P'] },
    reason: 'Agency workers are known; the answer leaves out the questions on them.',
    cases: [either(term('BW.SI.g', ['no']), term('site.agency', ['yes']))],
  },
  {
    ...{ id: 'D5', version: 1, severity: 'contradiction', from: ['P'] },
    reason: 'Housing by the employer is known; the answer leaves out the questions on it.',
    cases: [either(term('BW.SI.j', ['no']), term('site.housing', ['yes']))],
  },
  {
    ...{ id: 'D6', version: 1, severity: 'contradiction', from: ['T'] },
    reason: 'Subcontracting is known.',
    cases: [either(term('BW.SI.r', ['no']), term('site.subcontracting', ['yes']))],
  },
  {
    ...{ id: 'D7', version: 1, severity: 'contradiction', from: ['A'] },
    reason: 'Workers under 18 are known from the record.',
    cases: [either(term('BW.SI.h', ['no']), term('site.youngWorkers', ['yes']))],
  },
  {
    ...{ id: 'D8', version: 1, severity: 'contradiction', from: ['P'] },
    reason: 'Migrant workers are known, so questions on them apply.',
    cases: [
      either(
        term('P5.Q7 P5.Q8 S4.Q2 S5.Q3 H10.1 H10.4 BW.FL.2.e BW.HR.2.c BW.HR.2.d PS2-11.1 PS2-11.2', 'na'),
        term('site.migrants', ['yes']),
      ),
    ],
  },
  {
    ...{ id: 'D9', version: 1, severity: 'doubt', from: ['A'] },
    reason: 'A season needs seasonal workers, and they need a season.',
    ...{ reads: ['site.peakRatio', 'site.seasonal'], check: peakAgainstSeason },
  },
  {
    ...{ id: 'D10', version: 1, severity: 'doubt', from: ['BW'] },
    reason: 'Worker representation is another here than in the record.',
    cases: [
      either(term('site.workerVoice', ['none']), term('BW.UN.a', ['yes'])),
      either(term('site.workerVoice', ['none']), term('P9.Q3', 'ok')),
      either(term('site.workerVoice', ['independent']), term('BW.FA.3.a', 'bad')),
    ],
  },
];
