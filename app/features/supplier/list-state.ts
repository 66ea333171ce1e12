import { z } from 'zod';
import { type Band, bandSchema } from '#scoring';
import { type Cursor, decodeCursor } from './cursor';

export const supplierViews = ['all', 'at-risk', 'not-scored', 'tier-unknown'] as const;
export type SupplierView = (typeof supplierViews)[number];
export const supplierSorts = ['name', 'score', 'country', 'sector', 'tier', 'workers'] as const;
export type SupplierSort = (typeof supplierSorts)[number];
export type Direction = 'asc' | 'desc';

/** What the list shows. Tier 'unknown' is a supplier to whom no path is known. */
export type SupplierListState = {
  view: SupplierView;
  search: string;
  bands: Band[];
  countries: string[];
  sectors: string[];
  tiers: (number | 'unknown')[];
  sort: SupplierSort;
  direction: Direction;
  cursor: Cursor | null;
};

/** Where nothing is said of the direction: words from A, figures from the greatest, tiers from the nearest. */
export const firstDirection: Record<SupplierSort, Direction> = {
  name: 'asc',
  score: 'desc',
  country: 'asc',
  sector: 'asc',
  tier: 'asc',
  workers: 'desc',
};

const word = <Word extends string>(words: readonly Word[], text: string | null, otherwise: Word): Word =>
  words.find((known) => known === text) ?? otherwise;
const tierSchema = z.union([z.literal('unknown'), z.coerce.number().int().min(1).max(99)]);

/** Reads the state from a query string; what is not understood falls back, so that an old link still opens. */
export function readListState(params: URLSearchParams): SupplierListState {
  const all = <Value>(name: string, schema: z.ZodType<Value>) =>
    [...new Set(params.getAll(name))].flatMap((text) => {
      const parsed = schema.safeParse(text);
      return parsed.success ? [parsed.data] : [];
    });
  const sort = word(supplierSorts, params.get('sort'), 'name');
  return {
    view: word(supplierViews, params.get('view'), 'all'),
    search: (params.get('q') ?? '').trim().slice(0, 200),
    bands: all('band', bandSchema),
    countries: all('country', z.string().regex(/^[A-Z]{2}$/)),
    sectors: all('sector', z.string().regex(/^\d{2,4}$/)),
    tiers: all('tier', tierSchema),
    sort,
    direction: word(['asc', 'desc'], params.get('dir'), firstDirection[sort]),
    cursor: decodeCursor(params.get('after')),
  };
}

/** The query string of a state, without what it says anyway; '' when it says nothing. With the question mark. */
export function writeListState(
  state: SupplierListState,
  change: Partial<Omit<SupplierListState, 'cursor'>> & { after?: string | null } = {},
): string {
  const next = { ...state, ...change };
  const params = new URLSearchParams();
  if (next.view !== 'all') params.set('view', next.view);
  if (next.search) params.set('q', next.search);
  for (const band of next.bands) params.append('band', band);
  for (const country of next.countries) params.append('country', country);
  for (const sector of next.sectors) params.append('sector', sector);
  for (const tier of next.tiers) params.append('tier', String(tier));
  if (next.sort !== 'name') params.set('sort', next.sort);
  if (next.direction !== firstDirection[next.sort]) params.set('dir', next.direction);
  if (change.after) params.set('after', change.after);
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** Whether anything narrows the list beside its view. */
export function isFiltered(state: SupplierListState): boolean {
  return state.search !== '' || [state.bands, state.countries, state.sectors, state.tiers].some((values) => values.length > 0);
}
