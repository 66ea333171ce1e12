import { givenText } from '~/platform/http/given-text';
import { z } from 'zod';
import { type Band, type Basis, bandSchema, bases } from '#scoring';
import { type AlertFilter, alertFilters } from '~/suppliers/registry/alert-filters';
import { type Cursor, decodeCursor } from '~/platform/lists/cursor';
import { readColumns, type SupplierColumn } from './list-columns';

/** Views that every organization has. */
export const supplierViews = [
  'all',
  'at-risk',
  'import-alerts',
  'late',
  'not-scored',
  'following',
  'mine',
  'tier-unknown',
  'archived',
] as const;
export type SupplierView = (typeof supplierViews)[number];
export const supplierSorts = ['score', 'name', 'place', 'child', 'alerts', 'country', 'sector', 'tier', 'workers', 'spend'] as const;
export type SupplierSort = (typeof supplierSorts)[number];
/** Owners that are no member by name: the reader, and none. */
export const ownerFilters = ['me', 'none'] as const;
/** From which probability of being among the riskiest tenth of all scored suppliers a word may be used. */
export const leastProbability = { certainly: 0.9, probably: 0.5 } as const;
export type Riskiest = keyof typeof leastProbability;
export const riskiestWords = Object.keys(leastProbability) as Riskiest[];
/** Something of the supplier is past its due date, or will be due within 30 days. */
export const dueChoices = ['overdue', 'soon'] as const;
export type DueChoice = (typeof dueChoices)[number];
/** No approved audit at all, or none in the last twelve months. */
export const auditChoices = ['never', 'old'] as const;
export type AuditChoice = (typeof auditChoices)[number];
export type Direction = 'ascending' | 'descending';

/** Whether the table shows the child labour score: asked for, or what the list is filtered or sorted by. */
export function isChildShown({ columns, childBands, sort }: Pick<SupplierListState, 'columns' | 'childBands' | 'sort'>): boolean {
  return columns?.includes('child') || childBands.length > 0 || sort.key === 'child';
}

/** What the list shows, as its address says it: `?view=at-risk&country=VN&tier=unknown&sort=-score&after=…`. Tier 'unknown' is a supplier to whom no path is known. */
export type SupplierListState = {
  view: SupplierView;
  search: string;
  bands: Band[];
  /** Bands of child labour: a scale of its own. */
  childBands: Band[];
  /** What scores rest on. */
  bases: Basis[];
  /** Among the riskiest tenth: certainly, or at least probably; null: all. */
  riskiest: Riskiest | null;
  countries: string[];
  sectors: string[];
  tiers: (number | 'unknown')[];
  /** Suppliers with a current alert of one of these kinds; `any` is of whatever kind. */
  alerts: AlertFilter[];
  /** Owned by one of these: members by id, `me`, or `none`. */
  owners: string[];
  /** With one of these tags, by id. */
  tags: string[];
  /** Followed by the reader. */
  isFollowed: boolean;
  due: DueChoice | null;
  audit: AuditChoice | null;
  /** Public IDs of selected suppliers; none: all. */
  ids: string[];
  /** Columns that the address names; null: those of the view. */
  columns: SupplierColumn[] | null;
  sort: { key: SupplierSort; direction: Direction };
  /** The row before the page (`after`) or behind it (`before`). */
  cursor: { after: Cursor } | { before: Cursor } | null;
};

/** Parameters that choose suppliers, beside `sort`, `columns` and the cursor, which are about how they are shown. */
export const selectionNames = [
  'view',
  'q',
  'band',
  'riskiest',
  'basis',
  'child',
  'country',
  'sector',
  'tier',
  'alert',
  'due',
  'audit',
  'owner',
  'tag',
  'followed',
  'id',
] as const;

/** How many suppliers can be named one by one. */
export const mostNamed = 300;

/** What one value of a parameter may be; made once, since every page reads them several times. */
const values = {
  basis: z.enum(bases),
  country: z.string().regex(/^[A-Z]{2}$/),
  sector: z.string().regex(/^\d{2,4}$/),
  tier: z.union([z.literal('unknown'), z.coerce.number().int().min(1).max(99)]),
  alert: z.enum(alertFilters),
  owner: z.union([z.enum(ownerFilters), z.uuid()]),
  tag: z.uuid(),
  id: z.string().regex(/^[A-Z0-9-]{4,40}$/),
} as const;

/** Reads the state from a query string; what is not understood falls back, so that an old link still opens. */
export function readListState(params: URLSearchParams): SupplierListState {
  const all = <Value>(name: string, schema: z.ZodType<Value>) =>
    [...new Set(params.getAll(name))].slice(0, mostNamed).flatMap((text) => {
      const parsed = schema.safeParse(text);
      return parsed.success ? [parsed.data] : [];
    });
  const after = decodeCursor(params.get('after'));
  const before = decodeCursor(params.get('before'));
  return {
    view: supplierViews.find((view) => view === params.get('view')) ?? 'all',
    search: givenText(params, 'q').trim().slice(0, 200),
    bands: all('band', bandSchema),
    childBands: all('child', bandSchema),
    bases: all('basis', values.basis),
    riskiest: riskiestWords.find((word) => word === params.get('riskiest')) ?? null,
    countries: all('country', values.country),
    sectors: all('sector', values.sector),
    tiers: all('tier', values.tier),
    alerts: all('alert', values.alert),
    owners: all('owner', values.owner),
    tags: all('tag', values.tag),
    isFollowed: params.get('followed') === 'yes',
    due: dueChoices.find((choice) => choice === params.get('due')) ?? null,
    audit: auditChoices.find((choice) => choice === params.get('audit')) ?? null,
    ids: all('id', values.id),
    columns: readColumns(params.getAll('columns')),
    sort: readSort(params.get('sort')),
    cursor: after ? { after } : before ? { before } : null,
  };
}

/** The riskiest first, unless the address says otherwise. */
function readSort(text: string | null): SupplierListState['sort'] {
  const key = supplierSorts.find((sort) => sort === text?.replace(/^-/, ''));
  if (key === undefined) return { key: 'score', direction: 'descending' };
  return { key, direction: text?.startsWith('-') ? 'descending' : 'ascending' };
}

/** Whether anything narrows the list beside its view. */
export function isFiltered(state: SupplierListState): boolean {
  return (
    state.search !== '' ||
    [state.riskiest, state.due, state.audit].some((choice) => choice !== null) ||
    state.isFollowed ||
    [
      state.ids,
      state.bands,
      state.childBands,
      state.bases,
      state.countries,
      state.sectors,
      state.tiers,
      state.alerts,
      state.owners,
      state.tags,
    ].some((values) => values.length > 0)
  );
}
