import type { LiftingIgnored, OverrideShown } from '../override-types.ts';
import type { Contradiction, DomainCredit, FindingShare, TraceNode } from '../types.ts';
import type { Band, OverrideCode, RuleId } from '../vocabulary.ts';
import type { Drawable } from './draws.ts';
import type { PeopleConcerned } from './people-concerned.ts';
import type { ChildScore } from './score-child.ts';
import type { Basis, InherentLine } from './score-party.ts';
import type { StateImposed } from './state-imposed.ts';

/** One line of place or workforce as shown: points to one decimal, of either sign; `error` their standard deviation. */
export type Component = { id: InherentLine; rule: RuleId; label: string; points: number; error: number; known: boolean };

/** The score of child labour as shown: the same scale, its own interval and lines. */
export type ChildShown = Omit<ChildScore, 'lines' | 'country' | 'products'> & {
  low: number;
  high: number;
  components: ChildScore['lines'];
};

type Shared = {
  engineVersion: string;
  asOf: string;
  inputHash: string;
  /** Facts that are not known, the widest first. */
  missing: string[];
  overrides: OverrideShown[];
  ignoredLiftings: LiftingIgnored[];
  /** table -> vintage that was read; of the organization's own editions `own:HASH` -> title. */
  vintages: Record<string, string>;
};

export type NotScored = Shared & { status: 'not-scored'; reasons: { code: 'country-unknown'; text: string }[] };

export type HasScore = Shared & {
  status: 'scored';
  /** `inherent` is 50 and all components; the four add to `score`, exactly, to one decimal. */
  lines: { inherent: number; controlCredit: number; findingsUplift: number; overrideUplift: number };
  /** Points to one decimal, unclamped: below 0 and above 100 they keep the order. Ends of the 90 % interval likewise. */
  score: number;
  low: number;
  high: number;
  band: Band;
  bandLow: Band;
  bandHigh: Band;
  /** `loweredBy`: an override on access, by which what was checked counts as claimed. */
  basis: { grade: Basis; loweredBy?: OverrideCode };
  /** Of a worker being in forced labour, 0 to 1, at the score and at the ends of its interval. */
  probability: { point: number; low: number; high: number };
  /** Null where the number of workers is not known. */
  people: PeopleConcerned | null;
  components: Component[];
  domains: DomainCredit[];
  findings: FindingShare[];
  contradictions: Contradiction[];
  stateImposed: StateImposed[];
  child: ChildShown;
  /** What a list is drawn from (R8): everything but whose it is. */
  drawable: Omit<Drawable, 'id'>;
};

export type Scored = NotScored | HasScore;
export type Assessed = Scored & { trace: TraceNode };
