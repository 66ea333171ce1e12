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

/** Audits of the demonstration beside the one that is shown in full: two approved, one that waits for the owner's approval. */
export const visits: readonly Visit[] = [
  {
    ...{ key: 't102', startsOn: -96, announcement: 'semi-announced', hoursAhead: 7, language: 'vi', isApproved: true, findings: [] },
    purpose: 'Yearly audit of a strategic supplier',
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
    purpose: 'Unauthorised subcontracting reported by a worker',
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
        ...{ question: 'BW.WT.2.b', grade: 'moderate', affected: 320, extent: 'systemic', howOften: 'six of the ten weeks reviewed' },
        what: 'Overtime on two sewing lines exceeded the legal limit in the peak season.',
        rootCause: 'Orders are accepted without checking line capacity.',
        evidence: 'Time records of ten weeks; production records; interviews',
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
        plan: { timescale: '30', owner: 'Safety officer', action: 'Mark storage areas and check exits at the start of each shift' },
      },
    ],
    limits: 'The night shift was not running in the days of the audit and was not seen. No subcontractor was visited.',
  },
  {
    ...{ key: 't207', startsOn: -8, announcement: 'announced', hoursAhead: 8, language: 'zh', isApproved: false, findings: [] },
    purpose: 'Migrant workers hired through agencies; first audit',
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
