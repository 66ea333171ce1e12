import { z } from 'zod';
import { alertKindSchema, bandSchema, bases } from '#scoring';
import { queryRows } from '~/access/sql/query.server';
import type { Sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { foldName, foldText } from '~/suppliers/parties/name-key';
import { isPublicId, normalizePublicId } from '~/suppliers/parties/public-id';
import type { Cursor } from '~/platform/lists/cursor';
import { cutPage } from '~/platform/lists/cut-page';
import { exportedShape } from './exported-facts';
import { isByNameWithout, isSortNullable, type PageOptions, type Part, type SupplierScope, supplierPageQuery } from './list-query.server';
import type { SupplierListState, SupplierSort } from './list-state';

const rowSchema = z.object({
  partyId: z.string(),
  publicId: z.string(),
  name: z.string(),
  nameKey: z.string(),
  ...exportedShape,
  tier: z.number().nullable(),
  /** scored, not-scored, or null when no score was ever asked for. */
  scoreStatus: z.enum(['scored', 'not-scored']).nullable(),
  score: z.number().nullable(),
  scoreLow: z.number().nullable(),
  scoreHigh: z.number().nullable(),
  band: bandSchema.nullable(),
  /** What the score rests on. */
  basis: z.enum(bases).nullable(),
  /** The 90 % range of its place among all scored suppliers, 1 the riskiest; null until drawn. */
  placeBest: z.number().nullable(),
  placeWorst: z.number().nullable(),
  /** Probability of being among the riskiest tenth, 0 to 1. */
  inRiskiestTenth: z.number().nullable(),
  /** What the list is sorted by where it is sorted by place or by alerts. */
  placeOrder: z.number().nullable(),
  alertOrder: z.number().nullable(),
  riskOrder: z.number().nullable(),
  childScore: z.number().nullable(),
  childBand: bandSchema.nullable(),
  isStateImposed: z.boolean().nullable(),
  /** The kinds of its current alerts, the most serious first, and whether the first waits for a person to confirm it. */
  alerts: z.array(alertKindSchema),
  isToBeConfirmed: z.boolean(),
  openFindings: z.number(),
  /** Days in ISO, or null. */
  auditedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** The name of its owner, and its tags. */
  owner: z.string().nullable(),
  tags: z.array(z.string()),
  /** Whether a ban lies further up its chain, where that was asked. */
  hasBanUpstream: z.boolean().optional(),
});
export type SupplierRow = z.infer<typeof rowSchema>;
/** Cursors of the neighbouring pages, as in a URL; null where there is none. */
export type SupplierPage = { rows: SupplierRow[]; before: string | null; after: string | null };

/**
 * One page of suppliers by keyset. Rows that lack the sort value come last in either direction. At most two queries, however many rows;
 * search goes through `search_parties`, which looks for the folded text anywhere in the folded name, and for a public ID.
 */
export async function listSuppliers(
  db: TenantDb,
  state: SupplierListState,
  options: { take?: number; scope?: SupplierScope | undefined; hasBanUpstream?: Sql } = {},
): Promise<SupplierPage> {
  const take = options.take ?? 50;
  const { cursor } = state;
  const isBackward = cursor !== null && 'before' in cursor;
  const from = cursor === null ? null : 'before' in cursor ? cursor.before : cursor.after;
  const found: SupplierRow[] = [];
  for (const part of partsFrom(state.sort.key, from, isBackward)) {
    if (found.length > take) break;
    const isStart = found.length === 0 && part === partOf(state.sort.key, from);
    found.push(
      ...(await readPart(db, state, {
        part,
        cursor: isStart ? from : null,
        isBackward,
        take: take + 1 - found.length,
        scope: options.scope,
        hasBanUpstream: options.hasBanUpstream,
      })),
    );
  }
  return cutPage(found, { take, from, isBackward }, (row) => ({ value: cursorValue(row, state.sort.key), id: row.partyId }));
}

/** The part in which a cursor lies. */
function partOf(sort: SupplierSort, cursor: Cursor | null): Part | null {
  if (cursor === null) return null;
  const isWithout = isByNameWithout(sort) ? typeof cursor.value === 'string' : cursor.value === null && isSortNullable(sort);
  return isWithout ? 'without' : 'with';
}

/** The parts to read one after the other, from the cursor on. */
function partsFrom(sort: SupplierSort, cursor: Cursor | null, isBackward: boolean): Part[] {
  if (!isSortNullable(sort)) return ['with'];
  const part = partOf(sort, cursor);
  if (isBackward) return part === 'without' ? ['without', 'with'] : ['with'];
  return part === 'without' ? ['without'] : ['with', 'without'];
}

async function readPart(db: TenantDb, state: SupplierListState, options: PageOptions): Promise<SupplierRow[]> {
  const query = supplierPageQuery({ ...state, search: searchText(state.search) }, options);
  return queryRows(db, rowSchema, query);
}

const sortFields = {
  name: 'nameKey',
  score: 'riskOrder',
  place: 'placeOrder',
  child: 'childScore',
  alerts: 'alertOrder',
  country: 'country',
  sector: 'sector',
  tier: 'tier',
  workers: 'workers',
  spend: 'annualSpend',
} as const satisfies Record<SupplierSort, keyof SupplierRow>;

/** The value of a row by which a list is sorted; null is sorted last. */
export function sortValue(row: SupplierRow, sort: SupplierSort): string | number | null {
  return row[sortFields[sort]];
}

function cursorValue(row: SupplierRow, sort: SupplierSort): string | number | null {
  const value = sortValue(row, sort);
  return value === null && isByNameWithout(sort) ? row.nameKey : value;
}

/** What search_parties is asked: a public ID unchanged, else the folded text; a text that is all legal form keeps it. */
export function searchText(text: string): string {
  if (text === '') return '';
  const id = normalizePublicId(text);
  return isPublicId(id) ? id : foldName(text) || foldText(text) || text;
}
