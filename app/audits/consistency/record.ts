import type { EntryValue } from '~/audits/entries/entries';

/** An answer or a figure as it is recorded, with the day it is from. `isOwn`: the supplier's own answer, from its last questionnaire. */
export type RecordedValue = {
  value: string | number;
  on: string | null;
  methods?: readonly string[];
  agreement?: string | null;
  note?: string;
  isOwn?: true;
  /** What it follows from, where edition two asks it under other keys: these are shown, and nothing that goes through all answers takes it for one. */
  from?: readonly Input[];
};

export type Kept<Value> = { key: string; value: Value };

/** What is known beside the entries; the same on the server and on a device. */
export type ConsistencyContext = {
  plan: {
    type: string;
    announcement: string;
    startsOn: string;
    endsOn: string;
    personDays: number;
    limits: string;
    paidBy: string;
    workers: number | null;
    hasPrevious: boolean;
    previousAnnouncement: string | null;
    /** When the site was last written to before the audit, and how many audits before this one in a row found no non-compliance. Absent in older packs. */
    contactedOn?: string | null;
    cleanAudits?: number;
    /** Planned interviews by dimension and group. */
    interviews: number;
    sample: { dimension: string; value: string; people: number }[];
  };
  /** `leadRuns`: audits of this site in a row that the person led, this one included; `isElsewhere`: in another audit on one of its days. Absent in older packs. */
  team: { part: string; languages: string[]; declaration: string | null; leadRuns?: number; isElsewhere?: boolean }[];
  /** Figures of the site by name (`site.workers`, `was.workers` a year before); a group too small to be shown is given as present (`yes`) only. */
  site: { key: string; value: string | number; on: string | null }[];
  /** The supplier's last questionnaire of the twelve months before the audit. */
  own: { key: string; value: string | number; on: string | null }[];
  /** Findings of earlier audits that are not verified, with their actions. */
  earlierFindings: EarlierFinding[];
  /** Answers of the previous approved audit to the checklist, without compliance points that contain a zero-tolerance question. */
  earlierAnswers: { key: string; value: string | number; on: string | null }[];
  /** Corrective actions of the previous audit that were completed. */
  completedActions: number;
  /** The questions of compliance that are counted: none of a point that contains a zero-tolerance question. */
  compliance: { key: string; verify: string[] }[];
  /** Who recruits for the site on the first day of the audit. This and what follows is absent in older packs. */
  recruiters?: KnownRecruiter[];
  /** By question the indicator of forced labour that a finding on it shows; none that reveals a zero-tolerance answer. */
  raises?: Record<string, string>;
  /** Practices against an indicator that the supplier's own questionnaire says are in place. */
  claims?: { key: string; value: string | number; on: string | null; indicators: string[] }[];
  /** Answers with their notes of other sites that the lead audited within a year, each as a fingerprint. */
  sameLead?: Record<string, string>[];
};

/** A labour recruiter of a site, from its record. */
export type KnownRecruiter = {
  /** Its public ID and name. */
  id: string;
  name: string;
  licences: { country: string; expiresOn: string | null }[];
  /** Bans, suspended licences and penalties in force on that day; no open court case. */
  sanctions: string[];
  /** The decision in force. */
  status: string | null;
  feePolicy: string | null;
  /** Countries that it recruits in. */
  origins: string[];
  /** Whether it recruits for this supplier alone, as far as is known. */
  isOnlyHere: boolean;
  /** Corridors into the country of the site. `paid`: categories of costs that workers pay; `months`: of their pay, where the ledger says so. */
  corridors: { origin: string; destination: string; placedPerYear: number | null; paid: string[]; months: number | null }[];
};

export type EarlierFinding = {
  id: string;
  /** Of the audit that this one follows. */
  isPrevious: boolean;
  question: string | null;
  grade: string;
  openedOn: string;
  people: number | null;
  methods: string[];
  actions: EarlierAction[];
  /** The last reply of the site to it; absent in older packs. */
  reply?: { kind: string | null; verdict: string | null; repliedOn: string | null } | null;
};
export type EarlierAction = {
  kind: string;
  action: string;
  timescale: string;
  verification: string;
  people: number | null;
  agreedOn: string | null;
  completedOn: string | null;
  verifiedOn: string | null;
  /** How often it was given more time; absent in older packs. */
  extensions?: number;
};

/**
 * One audit as the consistency rules read it: without anything that answers a zero-tolerance question or reveals its answer. Plain data; the order of
 * entries has no meaning.
 */
export type ConsistencyRecord = ConsistencyContext & {
  /** Answers and figures by key: those of the audit, else the supplier's own, and the figures of the site. */
  values: ReadonlyMap<string, RecordedValue>;
  findings: Kept<EntryValue<'finding'>>[];
  practices: Kept<EntryValue<'practice'>>[];
  hours: Kept<EntryValue<'hours'>>[];
  wages: Kept<EntryValue<'wage'>>[];
  tallies: Kept<EntryValue<'tally'>>[];
  meetings: ReadonlyMap<string, EntryValue<'meeting'>>;
  planLines: ReadonlyMap<string, EntryValue<'planLine'>>;
  signedPlans: EntryValue<'signedPlan'>[];
  revisits: ReadonlyMap<string, EntryValue<'revisit'>>;
  signatures: Kept<EntryValue<'signature'>>[];
  photos: Kept<EntryValue<'photo'>>[];
  /** Unanswered questions become *not assessed* on conclusion: they count as such then. */
  marksRest: boolean;
};

/** An input of a hit: its key, its value as shown, and its day. */
export type Input = { key: string; value: string | number; on: string | null };

export const emptyContext: ConsistencyContext = {
  plan: {
    ...{ type: 'initial', announcement: 'announced', startsOn: '2026-12-01', endsOn: '2026-12-02', personDays: 0, limits: '', paidBy: '' },
    ...{ workers: null, hasPrevious: false, previousAnnouncement: null, interviews: 0, sample: [] },
  },
  ...{ team: [], site: [], own: [], earlierFindings: [], earlierAnswers: [], completedActions: 0, compliance: [] },
};
