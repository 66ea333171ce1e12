import type { SameFacts, SitePlace } from '#scoring';
import type { SampleDimension } from '~/audits/planning/states';
import type { ShownRequirement } from '~/audits/national-law/requirement';
import type { Acceptance } from '~/audits/gate/check-gate';
import type { ReviewComment } from '~/audits/review/comments';
import type { SentEntry } from '~/audits/entries/entries';
import type { PackConsistency } from './record-on-device';
import type { PackSigns } from './read-signs';

/** A question as the recorder asks it. */
export type PackQuestion = {
  key: string;
  type: string;
  mayBeNotApplicable: boolean;
  dependsOn: { question: string; unless: (string | number)[]; ticked?: string[] | undefined } | null;
  point: string | null;
  text: string;
  lang: string;
  /** What its terms mean; absent without one, and in packs from before it was added. */
  hint?: string | undefined;
  why: string;
  evidence: string;
  verify: string[];
  /** Where on site it is answered; absent in packs from before it was given. */
  places?: SitePlace[] | undefined;
  /** The non-compliant answer; null where the scale defines it. */
  nonCompliantWhen: string | null;
  isZeroTolerance: boolean;
  choices: { value: string | number; label: string }[];
};

export type PackSection = {
  key: string;
  instrument: string;
  title: string;
  summary: string;
  points: { key: string; title: string; why: string }[];
  questions: PackQuestion[];
};

/** A finding of an earlier audit or answer. `isPrevious`: of the audit that this one follows. */
export type PackFinding = {
  id: string;
  grade: string;
  text: string;
  question: string | null;
  isPrevious?: boolean;
  actions?: { what: string; owner: string; dueOn: string; status: string }[];
};

/** An entry as the server knows it, with the name of who recorded it. */
export type PackEntry = SentEntry & { by: string };

/** A planned group. `isTooSmall`: fewer than five people work in it, so no report shows it. */
type PackSampleRow = { label: string; people: number; dimension?: SampleDimension; value?: string; isTooSmall?: true | undefined };

/** Everything a device needs to record an audit offline, and the current entries. */
export type Pack = {
  audit: {
    id: string;
    number: string;
    status: string;
    isOpen: boolean;
    /** Type, announcement and days, as text. */
    type: string;
    announcement: string;
    startsOn: string;
    endsOn: string;
    personDays: number;
    purpose: string;
  };
  supplier: string;
  site: string | null;
  locale: string;
  you: string;
  team: { name: string; part: string; languages: string[] }[];
  focus: { text: string; questions: string[] }[];
  /** Counts and groups are absent in packs from before they were added. */
  sample: { interviews: number; rows: PackSampleRow[] };
  /** Findings about the supplier that are not solved, those of the audit before first; what was agreed is absent in what a device took along before it was given. */
  findings: PackFinding[];
  sections: PackSection[];
  /** Absent in what a device took along before it was given. */
  signs?: PackSigns;
  /** Absent in what a device took along before contradictions were looked for. */
  consistency?: PackConsistency;
  /** What a device needs to tell what stops the conclusion. Absent in what a device took along before the gate. */
  gate?: { counted: string[]; acceptances: Acceptance[] };
  /** A reviewer's comments. Absent in what a device took along before reviews had comments. */
  comments?: ReviewComment[];
  /** What the law of the country requires, by question; `country` is its code. Absent in what a device took along before it was given. */
  law?: { country: string; requirements: Record<string, ShownRequirement[]> };
  /** Which questions of the audit ask for one fact. Absent in what a device took along before it was given. */
  sameFacts?: SameFacts;
  entries: PackEntry[];
  /** Ids that a known entry replaces. */
  replaced: string[];
};
