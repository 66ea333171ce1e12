import type { PlanLine } from '~/audits/closing-plan/schema';
import { noUnionAtSite, ordinaryVisit, type Visit } from './visit-story';

/** The audit that the firm of the demonstration carried out for the company: of a processor of latex. No site or person in it exists. */
export const latexVisit: Visit = {
  ...{ key: 't209', startsOn: -16, announcement: 'semi-announced', hoursAhead: 8, language: 'ms', isApproved: true },
  purpose: 'Latex of the audited glove maker; nearly half of the workers are migrants',
  site: {
    ...ordinaryVisit,
    ...noUnionAtSite,
    ...{
      'BW.SI.a': 70,
      'BW.SI.b': 190,
      'BW.SI.c': 'Latex concentrate',
      'BW.SI.f': 'yes',
      'BW.SI.o': 125,
      'BW.SI.g': 'yes',
      'BW.SI.n': 57,
      'BW.SI.j': 'no',
      'BW.SI.k': 'no',
      'BW.SI.p': 2,
      'BW.SI.r': 'yes',
    },
    ...{ 'BW.PI.a': 'audit-announced', 'BW.PI.s': 'window', 'BW.PI.e.1': 'all' },
  },
  answers: { 'AGY.1': 'not-checked', 'REM.1': 'spoken', 'SUP.1': 'some', 'SUP.2': 'low-price short-time', 'VOI.2': 'once' },
  pay: {
    ...{ currency: 'MYR', basic: 170_000, minimumHourly: 872, overtimeFactor: 1.5 },
    ...{ allowance: 5_000, insurance: 1_990, loan: 15_000 },
  },
  findings: [
    {
      ...{ question: 'BW.WT.2.b', grade: 'moderate', affected: 64, extent: 'systemic', howOften: 'two of the three months reviewed' },
      legalReference: 'Employment Act 1955 (Malaysia), section 60A',
      what: 'Overtime of the centrifuge crews exceeded 104 hours a month after the rainy season.',
      rootCause: 'Latex is processed on the day of delivery, and no relief crew is planned for the weeks of high yield.',
      evidence: 'Time records of three months compared with delivery records; worker interviews',
      methods: ['documents', 'workers'],
      plan: {
        ...{ timescale: '60', owner: 'Production manager' },
        action: 'Train and roster a relief crew, and block overtime above 104 hours a month in the time system',
      },
    },
    {
      ...{ question: 'BW.CO.5.e', grade: 'moderate', affected: 118, extent: 'systemic', howOften: 'most migrant workers interviewed' },
      what: 'Pay slips are in Malay and English only. Migrant workers could not explain how their overtime pay was calculated.',
      rootCause: 'The payroll system prints two languages, and pay is explained once, on the first day of work.',
      evidence: 'Pay slips of the sampled month; worker interviews',
      methods: ['documents', 'workers'],
      plan: {
        ...{ timescale: '90', owner: 'Head of personnel' },
        action: 'Issue pay slips in Nepali and Bengali as well, and explain them line by line each quarter',
      },
    },
    {
      ...{ question: 'BW.OS.8.c.1', grade: 'minor', affected: null, extent: 'isolated', howOften: 'one exit of five' },
      what: 'Empty drums narrowed the emergency exit of the drum store.',
      rootCause: 'No storage area is marked.',
      evidence: 'Seen on the first day; cleared on the second',
      ...{ methods: ['observation'], agreement: 'single' },
      plan: { timescale: '30', owner: 'Safety officer', action: 'Mark storage areas and check exits at the start of each shift' },
    },
  ],
  limits:
    'Interviews were held in Malay. Migrant workers who had arrived in the last six months and speak little Malay were not interviewed. The tapping of smallholders who deliver field latex is outside the scope.',
};

/** What each finding was held against, how its action is verified, and what the site said, by question. */
export const latexPlan: Readonly<Record<string, Pick<PlanLine, 'requirement' | 'verification' | 'remark'>>> = {
  'BW.WT.2.b': {
    ...{ requirement: 'Employment Act 1955 (Malaysia), section 60A: no more than 104 hours of overtime a month', verification: 'desktop' },
    remark: 'The relief crew starts in the second month, when its training is complete.',
  },
  'BW.CO.5.e': {
    requirement: 'BW.CO.5.e: workers understand how their wages are calculated',
    verification: 'worker-interviews',
    remark: '',
  },
  'BW.OS.8.c.1': {
    requirement: 'BW.OS.8.c.1: emergency exits are accessible and unobstructed',
    verification: 'follow-up-visit',
    remark: '',
  },
};
