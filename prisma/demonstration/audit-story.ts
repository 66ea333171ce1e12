import type { Indicator } from '#scoring';
import type { EntryValue } from '~/audits/entries/entries';
import type { ActionFields } from '~/findings/corrective-actions/plan-action.server';
import type { LookedAtMethod } from '~/findings/corrective-actions/verification-basis';

/**
 * What the approved audit of the demonstration found at a fictional maker of gloves, and what became of it. No site, agency or person in it exists.
 */
export type FindingStory = {
  found: Partial<EntryValue<'finding'>> & Pick<EntryValue<'finding'>, 'question' | 'grade' | 'what'>;
  /** The ILO indicator of forced labour that it shows, marked once the audit is approved. */
  indicator?: Indicator;
  /** A drawing used as a photo. */
  drawing?: { caption: string; svg: string };
  plan: Pick<ActionFields, 'kind' | 'action' | 'owner' | 'timescale' | 'verification'> & Partial<ActionFields>;
  /** How far the plan has come: verified by a second person, late, or given more time by one. */
  became:
    | { is: 'verified'; done: string; seen: string; methods: LookedAtMethod[]; interviews: number }
    | { is: 'late' }
    | { is: 'extended'; why: string; days: number }
    | { is: 'begun' };
};

const frame = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="#e8e3d8"/><rect y="620" width="1200" height="180" fill="#b9ae9a"/>${inside}</svg>`;
const cupboard = frame(
  '<rect x="380" y="120" width="440" height="540" fill="#6d7f8c" stroke="#33424d" stroke-width="8"/><line x1="600" y1="120" x2="600" y2="660" stroke="#33424d" stroke-width="6"/><circle cx="570" cy="400" r="12" fill="#d9c36a"/><circle cx="630" cy="400" r="12" fill="#d9c36a"/><rect x="560" y="420" width="80" height="70" rx="8" fill="#d9c36a" stroke="#7a6a2a" stroke-width="5"/>',
);
const exit = frame(
  '<rect x="420" y="140" width="300" height="500" fill="#4f7a5b" stroke="#24402c" stroke-width="8"/><rect x="470" y="70" width="200" height="50" fill="#2f8f4e"/><rect x="640" y="440" width="220" height="210" fill="#c79a5b" stroke="#7d5a2b" stroke-width="6"/><rect x="560" y="540" width="160" height="120" fill="#d3aa70" stroke="#7d5a2b" stroke-width="6"/>',
);

const conventionAt = 'https://normlex.ilo.org/dyn/nrmlx_en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:';

export const auditStory: readonly FindingStory[] = [
  {
    found: {
      ...{ question: 'BW.FL.1.c.1', grade: 'major', affected: 262, extent: 'systemic', howOften: 'all agency workers interviewed' },
      ...{ legalReference: 'ILO Forced Labour Convention, 1930 (No. 29), Article 2', legalUrl: `${conventionAt}C029` },
      codeReference: 'Code of conduct, 1.3 (demonstration)',
      what: 'Passports of agency workers were locked in a cupboard of the personnel office and released only against a signature.',
      rootCause:
        'The contract with the agency provides for custody of passports; by interviews, rooms of the subcontractor’s hostel have no lockers.',
      evidence: 'Passports seen in the cupboard of the personnel office; register of signatures; worker interviews',
      methods: ['workers', 'observation', 'documents'],
    },
    indicator: 'retention-of-identity-documents',
    drawing: { caption: 'Drawing after inspection: the locked cupboard in the personnel office', svg: cupboard },
    plan: {
      ...{ kind: 'corrective', timescale: '30', verification: 'worker-interviews', owner: 'Head of personnel' },
      action:
        'Return every passport, provide each worker with a lockable cabinet, and remove custody of passports from the contract with the agency',
    },
    became: {
      is: 'verified',
      done: 'Passports returned against a receipt in three languages; lockable cabinets in all rooms; contract with the agency amended',
      seen: 'Off-site interviews with eleven workers of three nationalities confirm that they have their passports and the key of their cabinet',
      ...{ methods: ['interviews'], interviews: 11 },
    },
  },
  {
    found: {
      ...{
        question: 'BW.FL.2.e.1',
        grade: 'major',
        affected: 174,
        extent: 'systemic',
        howOften: 'most of the workers from Nepal who were interviewed',
      },
      ...{ legalReference: 'ILO Private Employment Agencies Convention, 1997 (No. 181), Article 7', legalUrl: `${conventionAt}C181` },
      codeReference: 'Code of conduct, 1.5 (demonstration)',
      what: 'Workers from Nepal paid sub-agents at home for the job, on average four months of basic pay, although the contract with the agency forbids fees.',
      rootCause: 'The employer pays the agency less than its costs and does not ask arriving workers what they paid.',
      evidence: 'Worker interviews; invoices of the agency; register of arrivals',
      methods: ['workers', 'documents'],
      agreement: 'partly',
    },
    indicator: 'debt-bondage',
    plan: {
      ...{ kind: 'remediation', timescale: '90', verification: 'worker-interviews', owner: 'Managing director' },
      ...{ action: 'Repay the fees in three instalments with the wages', amountMinor: 118_320_000, currency: 'MYR', people: 174 },
    },
    became: {
      is: 'extended',
      why: 'The second instalment is paid; bank details of workers who have left are being collected for the third',
      days: 60,
    },
  },
  {
    found: {
      ...{ question: 'BW.WT.2.b', grade: 'moderate', affected: 300, extent: 'systemic', howOften: 'two of the three months reviewed' },
      legalReference: 'Employment Act 1955 (Malaysia), section 60A',
      what: 'Overtime on the dipping lines exceeded the legal monthly limit in the peak season.',
      rootCause: 'Orders are accepted without checking the capacity of the lines.',
      evidence: 'Monthly overtime totals of three months compared with production records; worker interviews',
      methods: ['documents', 'workers'],
    },
    plan: {
      ...{ kind: 'corrective', timescale: '60', verification: 'desktop', owner: 'Head of production' },
      action: 'Add a third shift on the dipping lines, and block overtime above the legal limit of each worker in the planning system',
    },
    became: { is: 'late' },
  },
  {
    found: {
      ...{ question: 'BW.OS.8.c.1', grade: 'moderate', affected: null, extent: 'isolated', howOften: 'one exit of six' },
      what: 'Cartons obstructed an emergency exit of the packing hall, which could not be opened fully.',
      ...{ evidence: 'Inspected on both days', methods: ['observation'], agreement: 'single' },
    },
    drawing: { caption: 'Drawing after inspection: cartons in front of an exit of the packing hall', svg: exit },
    plan: {
      ...{ kind: 'corrective', timescale: '180', verification: 'follow-up-visit', owner: 'Safety officer' },
      action: 'Mark the floor in front of each exit, and check the exits at the start of each shift',
    },
    became: { is: 'begun' },
  },
];

const noUnion = 'There is no union and no collective agreement at the site.';
/** Questions that do not apply at a site without a strike, and at one without a union either, with the reason. */
export const withoutStrike: Readonly<Record<string, string>> = { 'BW.FA.5.a': 'No strike was planned or held in the last 12 months.' };
export const withoutUnion: Readonly<Record<string, string>> = {
  ...withoutStrike,
  ...Object.fromEntries(['BW.FA.1.b', 'BW.FA.3.e', 'BW.FA.3.h', 'BW.FA.4.a', 'BW.FA.4.e.1', 'BW.FA.4.e.2'].map((key) => [key, noUnion])),
};

/** Questions that were answered otherwise than *compliant*, beside those of findings. */
export const notSeen: readonly string[] = [...['BW.HR.4.d.1', 'BW.HR.4.d.2', 'BW.HR.4.e', 'BW.HR.4.f']];

/** The agency’s records of checks on bonded labour had not arrived by the end of the visit. */
export const leftOpen: readonly string[] = ['BW.FL.2.c.1'];

/** Facts of the site, and how the visit went. */
export const siteFacts: Readonly<Record<string, string | number>> = {
  ...{ 'BW.SI.a': 540, 'BW.SI.b': 580, 'BW.SI.c': 'Rubber gloves', 'BW.SI.f': 'yes', 'BW.SI.g': 'yes', 'BW.SI.h': 'no', 'BW.SI.i': 'no' },
  ...{ 'BW.SI.j': 'yes', 'BW.SI.k': 'no', 'BW.SI.n': 269, 'BW.SI.o': 459, 'BW.SI.p': 2, 'BW.SI.q': 410, 'BW.SI.r': 'yes', 'BW.UN.h': 'no' },
  ...{
    'BW.UN.a': 'no',
    'BW.UN.b': 'no',
    'BW.PI.a': 'audit-unannounced',
    'BW.PI.s': 'none',
    'BW.PI.e.1': 'some',
    'BW.PI.e.2': 'yes',
    'BW.PI.f.1': 'all',
    'BW.PI.g': 'no',
    'BW.PI.h': 'no',
  },
  'BW.PI.p': 'all',
};

/** Answers to the further checklist that differ from the usual ones. */
export const siteAnswers: Readonly<Record<string, string>> = {
  ...{ 'SIT.1': 'housing guards agency outwork', 'FEE.1': 'not-asked', 'FEE.2.agent': 'worker', 'FEE.2.documents': 'worker' },
  ...{ 'DOC.1': 'employer', 'SUP.1': 'none', 'SUP.2': 'short-time', 'VOI.2': 'once' },
};

/** What was seen of the eleven signs; a sign is no proof. */
export const signsSeen: Readonly<Record<string, string>> = {
  ...{ I1: 'present', I2: 'absent', I3: 'absent', I4: 'absent', I5: 'unknown', I6: 'absent', I7: 'present', I8: 'absent', I9: 'unknown' },
  ...{ I10: 'absent', I11: 'absent' },
};

const interview = { topics: {}, isWithdrawn: false, place: 'off-site', chosenBy: 'team', form: 'individual' } as const;
const ofAgency = {
  recruitment: 'grave-concern',
  documents: 'grave-concern',
  hours: 'some-concern',
  movement: 'no-concern',
  wages: 'no-concern',
} as const;
const ofMigrants = {
  recruitment: 'some-concern',
  documents: 'some-concern',
  hours: 'some-concern',
  housing: 'no-concern',
  wages: 'no-concern',
} as const;
const ofLocals = { hours: 'some-concern', treatment: 'no-concern', voice: 'some-concern', wages: 'no-concern' } as const;
const groups = (count: number, value: EntryValue<'tally'>) => Array.from({ length: count }, () => value);

/** Twenty workers alone, and 32 in eight groups of four: as many of each group as planned. */
export const interviews: readonly EntryValue<'tally'>[] = [
  { ...interview, language: 'ne', women: 3, men: 4, migrants: 7, agency: 7, topics: ofAgency },
  { ...interview, language: 'bn', women: 3, men: 3, migrants: 6, agency: 3, topics: ofMigrants },
  { ...interview, place: 'on-site', language: 'ms', women: 4, men: 3, migrants: 0, agency: 0, topics: ofLocals },
  ...groups(2, { ...interview, form: 'group', language: 'ne', women: 2, men: 2, migrants: 4, agency: 3, topics: ofAgency }),
  ...groups(1, { ...interview, form: 'group', language: 'bn', women: 2, men: 2, migrants: 4, agency: 3, topics: ofMigrants }),
  ...groups(5, {
    ...interview,
    form: 'group',
    place: 'on-site',
    language: 'ms',
    women: 2,
    men: 2,
    migrants: 0,
    agency: 0,
    topics: ofLocals,
  }),
];

/** The finding on a question of the story. */
export function idOfQuestion(findings: readonly { id: string; question: string | null }[], question: string | null): string {
  const found = findings.find((each) => each.question === question);
  if (found === undefined) throw new Error(`The demonstration has no finding on ${question}`);
  return found.id;
}
