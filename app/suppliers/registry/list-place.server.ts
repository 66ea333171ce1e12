import { z } from 'zod';
import { queryFirst, queryTogether } from '~/access/sql/query.server';
import { joinBy, type Sql, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { Cursor } from '~/platform/lists/cursor';
import { allOf, cursorColumns, isByNameWithout, isSortNullable, type Part, partOfList, supplierConditions } from './list-query.server';
import { type ListPlace, mostCounted } from '~/platform/lists/list-place';
import { readListState, type SupplierListState } from './list-state';
import { searchText } from './list-suppliers.server';

const anchorSchema = z.object({ value: z.string().nullable(), nameKey: z.string() });
const neighbourSchema = z.object({ publicId: z.string() });
const countSchema = z.object({ count: z.number() });

/**
 * The place of a supplier in the list that an address describes, in the order of the list; null where it does not belong to it, or where the list is of an
 * earlier day. Two queries, however long the list.
 */
export async function readListPlace(db: TenantDb, search: URLSearchParams, partyId: string): Promise<ListPlace | null> {
  if (search.has('on')) return null;
  const read = readListState(search);
  const state: SupplierListState = { ...read, search: searchText(read.search), cursor: null };
  const { key } = state.sort;
  const isListed = allOf(supplierConditions(state));
  const anchor = await queryFirst(
    db,
    anchorSchema,
    sql`SELECT ${cursorColumns(key)} FROM "Supplier" s WHERE s."partyId" = ${partyId}::uuid AND ${isListed}`,
  );
  if (!anchor) return null;
  // Without a value the cursor has the name where those rows are in its order, as the pages of the list have it.
  const isWithout = anchor.value === null;
  const cursor: Cursor = { id: partyId, value: isWithout && isByNameWithout(key) ? anchor.nameKey : anchor.value };
  const part: Part = isWithout ? 'without' : 'with';
  const { behind, before, countBefore } = around(state, { part, cursor });
  const found = await queryTogether(db, {
    next: { schema: neighbourSchema, statement: behind },
    previous: { schema: neighbourSchema, statement: before },
    place: { schema: countSchema, statement: countBefore },
    total: { schema: countSchema, statement: capped(sql`SELECT 1 FROM "Supplier" s WHERE ${isListed}`) },
  });
  const counted = (rows: readonly z.infer<typeof countSchema>[]) => rows[0]?.count ?? 0;
  return {
    number: Math.min(counted(found.place), mostCounted) + 1,
    total: counted(found.total),
    previous: found.previous[0]?.publicId ?? null,
    next: found.next[0]?.publicId ?? null,
  };
}

const capped = (rows: Sql): Sql => sql`SELECT count(*)::int AS "count" FROM (${rows} LIMIT ${mostCounted + 1}::int) counted`;

/** The nearest supplier behind a cursor, the nearest before it, and how many lie before it. */
function around(state: SupplierListState, { part, cursor }: { part: Part; cursor: Cursor }) {
  const pieces = (isBackward: boolean) => {
    const all: readonly Part[] = isSortNullable(state.sort.key) ? ['with', 'without'] : ['with'];
    const parts = isBackward ? all.slice(0, all.indexOf(part) + 1).reverse() : all.slice(all.indexOf(part));
    return parts.map((each) => partOfList(state, { part: each, cursor: each === part ? cursor : null, isBackward }));
  };
  const nearest = (isBackward: boolean) => {
    const found = pieces(isBackward).map(
      ({ conditions, by }, index) =>
        sql`(SELECT ${index}::int AS "turn", s."partyId" FROM "Supplier" s WHERE ${allOf(conditions)} ORDER BY ${by} LIMIT 1)`,
    );
    return sql`SELECT p."publicId" FROM (${joinBy(found, ' UNION ALL ')}) n JOIN "Party" p ON p."id" = n."partyId" ORDER BY n."turn" LIMIT 1`;
  };
  const earlier = pieces(true).map(
    ({ conditions }) => sql`(SELECT 1 FROM "Supplier" s WHERE ${allOf(conditions)} LIMIT ${mostCounted + 1}::int)`,
  );
  return { behind: nearest(false), before: nearest(true), countBefore: capped(sql`SELECT 1 FROM (${joinBy(earlier, ' UNION ALL ')}) e`) };
}
