import type { FoundSubdivision, MatchReason, OrderState, Provenance } from '../reference/at.ts';
import type { Fold } from '../reference/name-index.ts';
import type { AlertKind } from '../vocabulary.ts';

/** Who in a party something was read of: the supplier itself, the company it belongs to, or a site. */
export type AlertSubject = 'supplier' | 'parent-company' | 'site';

/** A place of a party. `site` is the key of the site, null where the supplier itself names the place. */
export type AlertPlace = {
  site: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Address, town and region as written. */
  texts: readonly string[];
  postalCode?: string | undefined;
  /** Degrees, WGS 84. */
  coordinates?: { latitude: number; longitude: number } | undefined;
};

/** What is known of a party when it is compared with the lists. What is not given meets nothing. */
export type AlertQuery = {
  /** ISO day: the lists as they stood on it. */
  asOf: string;
  names: readonly { name: string; of: AlertSubject; site: string | null }[];
  countries?: readonly string[] | undefined;
  /** ISIC Rev.4 division or class. */
  sector?: string | undefined;
  /** Names of goods or HS codes. */
  products?: readonly string[] | undefined;
  places?: readonly AlertPlace[] | undefined;
  /** How names are made alike; `foldEntityName` when not given. */
  fold?: Fold | undefined;
};

/** One comparison behind an alert: what was given, and what of the list or the table it met. */
export type AlertComparison = {
  of: AlertSubject;
  site: string | null;
  by: MatchReason | FoundSubdivision['by'] | 'country';
  given: string;
  matched: string;
};

/** A party meets one row of one table, for the reasons in `comparisons`. */
export type DetectedAlert = {
  kind: AlertKind;
  /** 1 is the most serious. */
  rank: number;
  /** The row that the alert rests on. */
  source: Provenance;
  /** What that row is about, in its own words: a region, an entity, an order, a sector, a good, a country. */
  subject: string;
  /** Of the row, ISO 3166-1 alpha-2. */
  country: string;
  /** Whether that is a country of the party; null where no country of it is known. */
  isSameCountry: boolean | null;
  /** ISO day or year since when the entry is in force; null is not known. */
  since: string | null;
  state: OrderState;
  labour: readonly ('child' | 'forced')[];
  /** The listed input of a good that is listed for it alone; null for all else. */
  madeWith: string | null;
  /** A person has to confirm that the row is about this party: a name, a sector or a chapter of customs codes alone, or a place that others share its name with. */
  isToBeConfirmed: boolean;
  comparisons: readonly AlertComparison[];
};
