import type { LiftingGiven, OverrideGiven } from './override-types.ts';
import type {
  ControlDomain,
  EvidenceGrade,
  FindingGrade,
  FindingStatus,
  Housing,
  Indicator,
  RuleId,
  Subcontracting,
  VulnerableGroup,
  WorkerVoice,
} from './vocabulary.ts';

/** Where a fact came from, as the caller knows it: an opaque key that the trace carries back, so that a page can open the row of the file. */
export type SourceRef = string;

/**
 * A fact about a party. `value: null` is never written: an unknown fact is left out.
 * `withdrawn` says that this is the last known value and that it was withdrawn: it counts as unknown, yet never below what was known (R8).
 */
export type Given<T> = { value: T; source?: SourceRef; withdrawn?: boolean; from?: FactOrigin; setAside?: FactSetAside<T>[] };

/**
 * What a fact was gathered from that is not recorded of the party itself: how many of its sites, with how many workers where that is known, and how many labour
 * recruiters. `withheld`: the value would show a small group at one of them. Moves no score.
 */
export type FactOrigin = { sites?: number; workers?: number; recruiters?: number; withheld?: true };

/**
 * What else is known of a fact, contradicts it and does not count, for the calculation to name it. Moves no score.
 * `weaker-evidence`: the value that counts has better evidence. `better-for-workers`: the evidence is equal, and the value that is worse for workers counts.
 */
export type FactSetAside<T> = { value: T; source?: SourceRef; from?: FactOrigin; because: 'weaker-evidence' | 'better-for-workers' };

/** What is known of one party on one day. Shares are 0 to 1; `peakRatio` is peak over base headcount (>= 1). A missing key is unknown, never zero. */
export type PartyFacts = {
  /** ISO 3166-1 alpha-2 of every site; the worst counts. */
  countries?: Given<string[]>;
  /** ISIC Rev.4 division ("14") or class ("1410"). */
  sector?: Given<string>;
  /** Names of goods as the list of goods writes them, or HS codes of 2, 4 or 6 digits. An empty array says "none known to be listed". */
  products?: Given<string[]>;
  workers?: Given<number>;
  migrantShare?: Given<number>;
  internalMigrantShare?: Given<number>;
  agencyShare?: Given<number>;
  /** Origin countries of migrant workers (alpha-2), for the recruitment-debt corridor. */
  migrantOrigins?: Given<string[]>;
  subcontracting?: Given<Subcontracting>;
  housing?: Given<Housing>;
  peakRatio?: Given<number>;
  vulnerableGroups?: Given<VulnerableGroup[]>;
  workerVoice?: Given<WorkerVoice>;
};

/** By what a subdivision was recognised, for the calculation to name it: `matched` is the name, code, postal code or coordinates. Moves no score. */
export type RecognisedBy = { code: string; by: 'name' | 'code' | 'postal-code' | 'coordinates'; matched: string };

/** Facts with what is never reported as such but read from other records. */
export type PlacedFacts = PartyFacts & {
  /** Where the sites lie inside their countries, read from addresses: ISO 3166-2 codes of the first level (CN-XJ). */
  subdivisions?: Given<string[]> & { recognisedBy?: RecognisedBy[] };
  /**
   * Months of pay (0 to 600) that a migrant paid for the job, by the ledgers of those who recruit for the party: the worst corridor. `corridors`: those that the
   * ledgers cover (BD-MY); surveys are read for all others. Left out, the ledgers cover all. `ledger`: whose ledger says it, of which corridor, for the calculation
   * to name it; moves no score.
   */
  recruitmentCost?: Given<number> & { corridors?: string[]; ledger?: { corridor: string; recruiter: string } };
};

/** The option picked of a PICK question; of a TICKS question the options ticked, joined by one space in the order of the question. */
export type OptionValue = string & Record<never, never>;
/**
 * One answer on a scale of a frozen instrument. G4 answers are 0-4, PCT 0-100; the words of the other scales are in their order. `none`: nothing of a list is
 * ticked.
 */
export type AnswerValue =
  | ('yes' | 'partial' | 'no' | 'none' | 'dont-know' | 'not-applicable')
  | ('compliant' | 'not-compliant' | 'not-assessed')
  | ('present' | 'absent' | 'unknown')
  | ('met' | 'not-met')
  | OptionValue
  | number;
export type AnswerGiven = {
  question: string;
  value: AnswerValue;
  evidence: EvidenceGrade;
  /** ISO date on which the answer was given or last confirmed. */
  answeredOn: string;
  source?: SourceRef;
  /** Of "does not apply": the scope rule that left the question out (`scope@1.0.0/no-foreign-workers`), so that it holds where the question does not offer it. */
  scopedOut?: string;
  /** Of a question left out: what the buyer held when it asked rules it out by itself, whatever the questionnaire claims. */
  scopedBy?: 'facts';
  /** Where several questionnaires count: which of them said it, to which question, in which words of its scale. */
  from?: AnsweredElsewhere;
  /** What other questionnaires say to the same question, newest first, and why it does not count. */
  setAside?: AnswerSetAside[];
};

/** An answer as its own questionnaire holds it. `questionnaire` is the caller's key of it. */
export type AnsweredElsewhere = { questionnaire: string; instrument: string; question: string; value: AnswerValue };
/**
 * `newer`: an answer that counts was given later. `coarser`: its scale is coarser than that of an older answer, which it does not contradict.
 * `not-applicable`: another answer exists to what this one says does not apply. `near`: it asks something near the question, which was itself answered.
 * `red-flag`: it denies a red flag that was answered yes and whose finding has no verified correction.
 */
export type AnswerSetAside = AnsweredElsewhere & {
  answeredOn: string;
  because: 'newer' | 'coarser' | 'not-applicable' | 'near' | 'red-flag';
  /** It says something else than the answer that counts. */
  contradicts: boolean;
};

/** A submitted questionnaire as the merging of several takes it. `submittedAt` and `answeredAt` are ISO moments; `answeredOn` stands in where one is not known. */
export type QuestionnaireGiven = {
  id: string;
  instrument: string;
  submittedAt: string;
  /** A customer's own questionnaire that asks some of the questions: it never makes the others unasked. */
  isPart?: boolean;
  answers: readonly (AnswerGiven & { answeredAt?: string })[];
};

export type FindingGiven = {
  id: string;
  grade: FindingGrade;
  status: FindingStatus;
  evidence: EvidenceGrade;
  /** Question or compliance point that the finding contradicts, when there is one. */
  question?: string;
  /** ISO date of the verification, for status `verified`. */
  verifiedOn?: string;
  /** ISO date on which it was found; absent where unknown. */
  foundOn?: string;
  repeated?: boolean;
  /** The sign of forced labour it shows; `retention-of-identity-documents` contradicts a yes on papers staying with the worker. */
  indicator?: Indicator;
  source?: SourceRef;
};

export type AssessInput = {
  /** The day as of which parameters and tables are read, ISO date. */
  asOf: string;
  facts: PlacedFacts;
  /** `ilo-ten-principles@1.0.0`; absent when nothing was asked. */
  instrument?: string;
  answers?: AnswerGiven[];
  findings?: FindingGiven[];
  /** Triggers of critical overrides (R7), as dated facts; those that follow from findings need not be given. */
  overrides?: OverrideGiven[];
  /** Decisions that lift an override, given or derived, by its `id`. */
  liftings?: LiftingGiven[];
  /** Hashes of the organization's own editions of tables that count (`loadOwnTable`); absent when released tables alone are read. */
  ownTables?: string[];
};

/** A node of the calculation. `rule` with `label` says what was done, `inputs` what it was done to. */
export type TraceNode = {
  id: string;
  rule: RuleId;
  label: string;
  value: number | string | null;
  unit?: string;
  inputs?: TraceNode[];
  /** The dated number that was used. */
  parameter?: { id: string; effectiveFrom: string; reason: string; source: string };
  /** The row of a reference table that was read. */
  reference?: {
    table: string;
    vintage: string;
    row: string;
    confidence: 'confirmed' | 'derived' | 'memory';
    producer: string;
    licence: string;
    /** The hash of the organization's own edition that the row is from; absent for released tables. */
    own?: string;
  };
  /** The caller's fact, with its key. */
  fact?: { field: string; source?: SourceRef };
  /** Why there is no value, in words. */
  unknown?: string;
};

export type DomainCredit = {
  domain: ControlDomain;
  label: string;
  weight: number;
  effectiveness: number;
  credit: number;
  questions: number;
  answered: number;
  /** Nothing of it applies, by facts that the buyer held: `weight` is 0 and the other domains share it. */
  ruledOut?: true;
  /** The part of the questionnaire that was answered asks nothing of it: the others share its weight. */
  notAsked?: true;
};
export type FindingShare = { id: string; points: number; share: number };
export type Contradiction = { code: string; questions: string[]; text: string };
