import { bands } from '#scoring';
import { categories, products, projectSectors } from '~/lending/deal-record/states';

/** Which transactions: those that live (neither declined nor exited), those before financial close, those that are lent, or all that ever were. */
export const standings = ['live', 'pipeline', 'lent', 'all'] as const;
export type Standing = (typeof standings)[number];
export const designations = ['designated', 'non-designated', 'unknown'] as const;
/** A line of what is not there: a client without a score, a transaction without a category. */
export const none = 'none';

/** What the address asks for; everything a portfolio page shows is of these transactions. */
export type PortfolioFilter = {
  standing: Standing;
  band: string | null;
  category: string | null;
  sector: string | null;
  product: string | null;
  designation: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** Public id of a company that is in the transaction, or sells to one that is. */
  party: string | null;
};

/** The dimensions by which exposure is broken down. */
export const dimensions = ['band', 'category', 'sector', 'country', 'designation'] as const;
export type Dimension = (typeof dimensions)[number];

const lists: Readonly<Record<Exclude<keyof PortfolioFilter, 'standing' | 'country' | 'party'>, readonly string[]>> = {
  band: [...bands, none],
  category: [...categories, none],
  sector: projectSectors,
  product: products,
  designation: designations,
};

/** Reads the filter of an address; what is unknown is left out. */
export function readFilter(params: URLSearchParams): PortfolioFilter {
  const known = (name: keyof typeof lists) => lists[name].find((value) => value === params.get(name)) ?? null;
  const matching = (name: string, pattern: RegExp) => {
    const value = params.get(name)?.trim() ?? '';
    return pattern.test(value) ? value : null;
  };
  return {
    standing: standings.find((each) => each === params.get('standing')) ?? 'live',
    ...{ band: known('band'), category: known('category'), sector: known('sector'), product: known('product') },
    ...{ designation: known('designation'), country: matching('country', /^[A-Z]{2}$/), party: matching('party', /^[A-Z0-9]{5,20}$/i) },
  };
}

/** The filter as the query of an address ("?sector=power", "" where nothing is asked), with some of it changed. */
export function filterQuery(filter: PortfolioFilter, changes: Partial<PortfolioFilter> = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, ...changes }))
    if (value !== null && !(name === 'standing' && value === 'live')) params.set(name, value);
  return params.size === 0 ? '' : `?${params}`;
}
