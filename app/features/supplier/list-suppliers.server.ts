import { z } from 'zod';
import { bandSchema, confidenceGrades } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { foldName, foldText } from '~/features/party/name-key';
import { isPublicId, normalizePublicId } from '~/features/party/public-id';
import { type Cursor, encodeCursor } from './cursor';
import { isSortNullable, supplierPageQuery } from './list-query';
import type { SupplierListState, SupplierSort } from './list-state';

const rowSchema = z.object({
  partyId: z.string(),
  publicId: z.string(),
  name: z.string(),
  nameKey: z.string(),
  country: z.string().nullable(),
  sector: z.string().nullable(),
  tier: z.number().nullable(),
  declaredTier: z.number().nullable(),
  workers: z.number().nullable(),
  /** scored, not-scored, or null when no score was ever asked for. */
  scoreStatus: z.enum(['scored', 'not-scored']).nullable(),
  score: z.number().nullable(),
  scoreLow: z.number().nullable(),
  scoreHigh: z.number().nullable(),
  band: bandSchema.nullable(),
  confidence: z.enum(confidenceGrades).nullable(),
});
export type SupplierRow = z.infer<typeof rowSchema>;
export type SupplierPage = { rows: SupplierRow[] /** Cursor of the next page, null on the last. */; next: string | null };

/**
 * One page of suppliers by keyset. Rows that lack the sort value come last in either direction. At most two queries, however many rows;
 * search goes through `search_parties`, which looks for the folded text anywhere in the folded name, and for a public ID.
 */
export async function listSuppliers(db: TenantDb, state: SupplierListState, options: { take?: number } = {}): Promise<SupplierPage> {
  const take = options.take ?? 50;
  const asked = { ...state, search: searchText(state.search) };
  const isPast = state.cursor?.value === null && isSortNullable(state.sort);
  const rows: SupplierRow[] = [];
  if (!isPast) rows.push(...(await run(db, asked, { part: 'with', cursor: state.cursor, take: take + 1 })));
  if (rows.length <= take && isSortNullable(state.sort))
    rows.push(...(await run(db, asked, { part: 'without', cursor: isPast ? state.cursor : null, take: take + 1 - rows.length })));
  const page = rows.slice(0, take);
  const last = page.at(-1);
  return { rows: page, next: rows.length > take && last ? encodeCursor({ value: sortValue(last, state.sort), id: last.partyId }) : null };
}

async function run(
  db: TenantDb,
  state: SupplierListState,
  options: { part: 'with' | 'without'; cursor: Cursor | null; take: number },
): Promise<SupplierRow[]> {
  const query = supplierPageQuery(state, options);
  return rowSchema.array().parse(await db.$queryRawUnsafe(query.text, ...query.values));
}

function sortValue(row: SupplierRow, sort: SupplierSort): string | number | null {
  return sort === 'name' ? row.nameKey : row[sort];
}

/** What search_parties is asked: a public ID as it stands, else the folded text; a text that is all legal form keeps it. */
export function searchText(text: string): string {
  if (text === '') return '';
  const id = normalizePublicId(text);
  return isPublicId(id) ? id : foldName(text) || foldText(text) || text;
}
