import type { SourceRef } from './types.ts';
import type { EvidenceGrade, OverrideCode, OverrideStatus } from './vocabulary.ts';

/**
 * The trigger of a critical override as a dated fact (R7): a person, or another rule, decided that its condition is met. It counts whatever its
 * evidence, which is shown beside it.
 */
export type OverrideGiven = {
  /** Stable key of the fact; a lifting names it. */
  id: string;
  code: OverrideCode;
  evidence: EvidenceGrade;
  /** ISO date from which it applies; on an earlier day it does not count. */
  since: string;
  /** The reason, shown beside the score: for a list of entities, which entry matched and by what. Never a detail of a restricted case. */
  reason: string;
  source?: SourceRef;
};

/** A decision to lift one override. It counts when a second person is named, the evidence is strong enough and the dates fit. */
export type LiftingGiven = {
  /** The `id` of an override, as the result shows it. */
  override: string;
  /** Who proposed it, where known: the second reviewer must be another person. */
  reviewer?: string;
  secondReviewer: string;
  /** ISO date. */
  liftedOn: string;
  evidence: EvidenceGrade;
  source?: SourceRef;
};

export type OverrideState = 'in-force' | 'lifted' | 'not-yet';

/** One override as of the day. `floor` is in points, 0 to 100. */
export type OverrideShown = {
  id: string;
  code: OverrideCode;
  floor: number;
  /** What it asks for. */
  status: OverrideStatus;
  state: OverrideState;
  /** The condition, in English; a page shows its own words by the code. */
  text: string;
  reason: string;
  /** For a derived one, the weakest evidence among its findings. */
  evidence: EvidenceGrade;
  /** Null where a finding that it follows from has no date. */
  since: string | null;
  source?: SourceRef;
  /** Ids of the findings that it follows from. */
  findings?: string[];
  /** The decision that lifted it. */
  lifted?: Omit<LiftingGiven, 'override'>;
};

/** A decision that lifts nothing, and why. */
export type LiftingIgnored = LiftingGiven & {
  code: 'no-such-override' | 'second-reviewer-missing' | 'second-reviewer-same' | 'evidence-too-weak' | 'before-override' | 'after-day';
  text: string;
};
