import { type Band, bands } from '#scoring';
import { categories, products, projectSectors } from '~/lending/deal-record/states';

/** Which deals: live ones (neither declined nor exited), those before financial close, outstanding loans, or all. */
export const dealStatuses = ['live', 'pipeline', 'lent', 'all'] as const;
export type DealStatusFilter = (typeof dealStatuses)[number];
export const designations = ['designated', 'non-designated', 'unknown'] as const;
/** The row without a value: a client without a score, a deal without a category. */
export const none = 'none';
/** Both bands at which people are at risk, as one choice of the filter by band. */
export const atRiskBands = ['severe', 'high'] as const satisfies readonly Band[];
export const atRiskChoice = 'severe-high';

/** The filter in the address; it selects the deals of every portfolio page. */
export type PortfolioFilter = {
  standing: DealStatusFilter;
  band: string | null;
  category: string | null;
  sector: string | null;
  product: string | null;
  designation: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** Public id of a company that is in the deal, or sells to one that is. */
  party: string | null;
};

/** The dimensions by which exposure is broken down. */
export const dimensions = ['band', 'category', 'sector', 'country', 'designation'] as const;
export type Dimension = (typeof dimensions)[number];

const lists: Readonly<Record<Exclude<keyof PortfolioFilter, 'standing' | 'country' | 'party'>, readonly string[]>> = {
  band: [...bands, none, atRiskChoice],
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
    standing: dealStatuses.find((each) => each === params.get('standing')) ?? 'live',
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
