import type { Category, ProjectRegion, ProjectSector } from '~/lending/deal-record/states';

/** A missing or contradictory fact that keeps a deal from being counted. Each has a sentence and a field in the record. */
export const lackCodes = [
  'scope-missing',
  'category-missing',
  'region-unknown',
  'region-several',
  'region-contradicts',
  'designation-unknown',
  'review-unknown',
  'close-step-missing',
  'close-day-missing',
  'close-day-ahead',
] as const;
export type LackCode = (typeof lackCodes)[number];

/** A deal as the annual report counts it: unknown values are null, contradictions are in `lacks`. */
export type YearlyEntry = {
  id: string;
  number: string;
  projectName: string;
  product: 'project-finance' | 'corporate-loan' | 'advisory' | 'refinance';
  sector: ProjectSector;
  hostCountries: string[];
  /** ISO day of financial close; of advisory the day of the mandate. */
  on: string | null;
  category: Category | null;
  region: ProjectRegion | null;
  designation: 'designated' | 'non-designated' | null;
  independentReview: boolean | null;
  hasNameConsent: boolean;
  lacks: LackCode[];
};

/** All that an entry lacks for its product, in the order of the list; nothing where it can be counted. */
export function lacksOf(entry: YearlyEntry): LackCode[] {
  const lent = entry.product === 'project-finance' || entry.product === 'corporate-loan';
  const missing = new Set<LackCode>(entry.lacks);
  if (lent && entry.category === null) missing.add('category-missing');
  if (lent && entry.designation === null) missing.add('designation-unknown');
  if (lent && entry.independentReview === null) missing.add('review-unknown');
  const isRegionNamed = [...missing].some((code) => code.startsWith('region-'));
  if (entry.product !== 'refinance' && entry.region === null && !isRegionNamed) missing.add('region-unknown');
  if (entry.on === null) missing.add('close-day-missing');
  return lackCodes.filter((code) => missing.has(code));
}
