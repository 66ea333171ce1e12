import type { PayScale } from './sample-story';
import type { EntryValue } from '~/audits/entries/entries';
import type { ActionFields } from '~/findings/corrective-actions/plan-action.server';

type Found = Pick<EntryValue<'finding'>, 'question' | 'grade' | 'affected' | 'extent' | 'howOften' | 'what' | 'rootCause' | 'evidence'> &
  Partial<Pick<EntryValue<'finding'>, 'legalReference' | 'methods' | 'agreement'>> & {
    plan: Pick<ActionFields, 'timescale' | 'owner' | 'action'>;
  };
export type Visit = {
  key: string;
  /** Days from today: past ones are negative. */
  startsOn: number;
  announcement: 'announced' | 'unannounced' | 'semi-announced';
  purpose: string;
  language: string;
  /** By how many hours the clocks of the site are ahead of UTC. */
  hoursAhead: number;
  /** Facts of the site, and how the visit went. */
  site: Readonly<Record<string, string | number>>;
  /** Answers to the further checklist that differ from the usual ones. */
  answers: Readonly<Record<string, string>>;
  /** Questions that could not be assessed, as the narrative says. */
  notAssessed?: readonly string[];
  findings: readonly Found[];
  pay: PayScale;
  limits: string;
  /** A report that waits for approval has no effect yet. */
  isApproved: boolean;
};

/** What is alike at every site: no one under 18, prisoner, apprentice or trainee works there, there was no strike, and nothing was refused or rehearsed. */
export const ordinaryVisit = {
  ...{ 'BW.SI.h': 'no', 'BW.SI.i': 'no', 'BW.SI.m.1': 0, 'BW.SI.m.2': 0, 'BW.UN.h': 'no' },
  ...{ 'BW.PI.e.2': 'yes', 'BW.PI.f.1': 'all', 'BW.PI.g': 'no', 'BW.PI.h': 'no', 'BW.PI.p': 'all' },
} as const;
/** Neither a union nor a collective agreement. */
export const noUnionAtSite = { 'BW.UN.a': 'no', 'BW.UN.b': 'no' } as const;

/** Audits of the demonstration beside the one that is shown in full: two approved, one that waits for the owner's approval. */
export const visits: readonly Visit[] = [
  {
    ...{ key: 't102', startsOn: -96, announcement: 'semi-announced', hoursAhead: 7, language: 'vi', isApproved: true, findings: [] },
    purpose: 'Yearly audit of a strategic supplier',
    site: {
      ...ordinaryVisit,
      ...{
        'BW.SI.a': 736,
        'BW.SI.b': 184,
        'BW.SI.c': 'Garments',
        'BW.SI.f': 'yes',
        'BW.SI.o': 18,
        'BW.SI.g': 'no',
        'BW.SI.j': 'no',
        'BW.SI.k': 'yes',
        'BW.SI.p': 1,
        'BW.SI.r': 'yes',
      },
      ...{ 'BW.UN.a': 'yes', 'BW.UN.c': 1, 'BW.UN.b': 'yes', 'BW.UN.d': 1 },
      ...{ 'BW.PI.a': 'audit-announced', 'BW.PI.s': 'window', 'BW.PI.e.1': 'all' },
    },
    answers: { 'SIT.1': 'guards outwork', 'SUP.1': 'some', 'SUP.2': 'short-time' },
    pay: {
      currency: 'VND',
      basic: 5_800_000,
      minimumHourly: 23_800,
      overtimeFactor: 1.5,
      allowance: 300_000,
      insurance: 609_000,
      loan: 500_000,
    },
    limits: 'The dyeing subcontractor was not visited; it is outside the scope of this audit.',
  },
  {
    ...{ key: 't104', startsOn: -13, announcement: 'unannounced', hoursAhead: 6, language: 'bn', isApproved: true },
    purpose: 'Risk of unauthorised subcontracting',
    site: {
      ...ordinaryVisit,
      ...noUnionAtSite,
      ...{
        'BW.SI.a': 860,
        'BW.SI.b': 550,
        'BW.SI.c': 'Knitted garments',
        'BW.SI.f': 'no',
        'BW.SI.g': 'yes',
        'BW.SI.n': 113,
        'BW.SI.j': 'no',
        'BW.SI.k': 'yes',
        'BW.SI.p': 2,
        'BW.SI.r': 'yes',
      },
      ...{ 'BW.PI.a': 'audit-unannounced', 'BW.PI.s': 'none', 'BW.PI.e.1': 'all' },
    },
    answers: { 'AGY.1': 'not-checked', 'REM.1': 'spoken', 'SUP.1': 'none', 'SUP.2': 'low-price short-time', 'VOI.2': 'once' },
    pay: {
      currency: 'BDT',
      basic: 1_400_000,
      minimumHourly: 6_010,
      overtimeFactor: 2,
      allowance: 60_000,
      insurance: 14_000,
      loan: 100_000,
    },
    findings: [
      {
        ...{ question: 'BW.WT.2.b', grade: 'moderate', affected: 320, extent: 'systemic', howOften: 'two of the three months reviewed' },
        what: 'Overtime on two sewing lines exceeded the legal limit in the peak season.',
        rootCause: 'Orders are accepted without checking line capacity.',
        evidence: 'Monthly overtime totals of three months; production records; interviews',
        methods: ['documents', 'workers'],
        plan: {
          timescale: '60',
          owner: 'Production manager',
          action: 'Check line capacity before accepting orders, and block overtime above the legal limit in the time system',
        },
      },
      {
        ...{ question: 'BW.OS.8.c.1', grade: 'minor', affected: null, extent: 'isolated', howOften: 'one exit of eight' },
        what: 'Fabric rolls narrowed an emergency exit on the second floor.',
        rootCause: 'No storage area is marked.',
        evidence: 'Seen on the first day; cleared on the second',
        ...{ methods: ['observation'], agreement: 'single' },
        plan: { timescale: '30', owner: 'Safety officer', action: 'Mark storage areas and check exits at the start of each shift' },
      },
    ],
    limits: 'The night shift was not running in the days of the audit and was not seen. No subcontractor was visited.',
  },
  {
    ...{ key: 't207', startsOn: -8, announcement: 'announced', hoursAhead: 8, language: 'zh', isApproved: false, findings: [] },
    purpose: 'Migrant workers hired through agencies; first audit',
    site: {
      ...ordinaryVisit,
      ...noUnionAtSite,
      ...{
        'BW.SI.a': 120,
        'BW.SI.b': 170,
        'BW.SI.c': 'Membranes',
        'BW.SI.f': 'yes',
        'BW.SI.o': 119,
        'BW.SI.g': 'yes',
        'BW.SI.n': 64,
        'BW.SI.j': 'yes',
        'BW.SI.q': 110,
        'BW.SI.k': 'no',
        'BW.SI.p': 3,
        'BW.SI.r': 'no',
      },
      ...{ 'BW.PI.a': 'audit-announced', 'BW.PI.s': 'date', 'BW.PI.e.1': 'some' },
    },
    answers: {
      ...{
        'SIT.1': 'housing guards agency',
        'FEE.1': 'not-asked',
        'FEE.2.documents': 'repaid',
        'FEE.2.medical': 'repaid',
      },
      'VOI.1': 'other-person promise',
    },
    notAssessed: ['BW.FL.2.e.1', 'BW.FL.2.e.2'],
    pay: {
      currency: 'TWD',
      basic: 3_100_000,
      minimumHourly: 14_900,
      overtimeFactor: 1.34,
      allowance: 100_000,
      insurance: 76_000,
      loan: 200_000,
    },
    limits: 'One of two dormitories, run by an agency, could not be visited. Housing there rests on interviews alone.',
  },
];
