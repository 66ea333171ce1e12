import type { OrderState } from './enforcement-rows.ts';
import type { Fold, NameReason } from './name-index.ts';
import type { Provenance } from './registry.ts';

/** The lists that are searched, in the order of their matches. */
export const enforcementLists = ['listed-entities', 'import-orders', 'priority-sectors', 'listed-goods'] as const;
export type EnforcementList = (typeof enforcementLists)[number];

/**
 * Why an entry was found: by a name (`NameReason`); `good`, a good listed for a country of the party; `inputs`, listed for it because of what it is
 * made of; `chapter`, a customs code wider than the heading of a listed good; `country-and-sector` or `country-and-product`, the entry is about that.
 */
export type MatchReason = NameReason | 'good' | 'inputs' | 'chapter' | 'country-and-sector' | 'country-and-product';

/** One dated entry of one list that was met. */
export type EnforcementMatch = {
  list: EnforcementList;
  /** What the list says: an entity, the text of an order, a sector, a good. */
  subject: string;
  reason: MatchReason;
  /** What was given, and what of the list it met. */
  given: string;
  matched: string;
  country: string;
  /** Whether that is a country of the party; null when no country of it is known. */
  isSameCountry: boolean | null;
  /** Days in force, ISO; of an old order perhaps a year alone. Null is not known, for `until` also still in force (see `state`). */
  since: string | null;
  until: string | null;
  state: OrderState;
  /** What the entry is about. */
  labour: readonly ('child' | 'forced')[];
  /** The listed input of a good that is listed for it alone, "Palm Fruit (MY)"; null for all else. */
  madeWith: string | null;
  /** The entry may be the party itself: for a person to confirm as a critical override O4 (R7) or to refuse. Never counted by itself. */
  isCandidate: boolean;
  /** An order against other parties, or against a region in which the party may not lie: such goods of this country were stopped before, no more. */
  isAboutOthers: boolean;
  provenance: Provenance;
};

export type EnforcementQuery = {
  asOf: string;
  name?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  countries?: readonly string[] | undefined;
  /** ISIC Rev.4 division or class. */
  sector?: string | undefined;
  /** Names of goods or HS codes. */
  products?: readonly string[] | undefined;
  /** Also customs codes that are wider than the heading of a listed good: they may or may not be that good. */
  withChapters?: boolean | undefined;
  /** How names are made alike; `foldEntityName` when not given. */
  fold?: Fold;
};
