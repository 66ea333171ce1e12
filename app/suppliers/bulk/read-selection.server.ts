import { z } from 'zod';
import { sql } from '~/access/sql.server';
import { queryFirst, queryRows } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { readSelection } from '~/platform/lists/selection';
import { allOf, supplierConditions } from '~/suppliers/registry/list-query.server';
import { readListState, selectionNames, type SupplierListState } from '~/suppliers/registry/list-state';
import { searchText } from '~/suppliers/registry/list-suppliers.server';

/**
 * What a selection bar sent: with `all=yes` the list that its parameters describe, else the suppliers that were ticked (`chosen`), as a selection of the list
 * of suppliers: both are one address. Null: nothing was ticked.
 */
export function selectionOf(params: URLSearchParams): URLSearchParams | null {
  const selection = readSelection(params, selectionNames);
  // The other views contain active suppliers alone, and those that were ticked need not be in the view any more.
  if (params.get('all') !== 'yes' && params.get('view') === 'archived') selection?.set('view', 'archived');
  return selection;
}

export const stateOf = (selection: URLSearchParams): SupplierListState => readListState(selection);

const conditionsOf = (state: SupplierListState) => allOf(supplierConditions({ ...state, search: searchText(state.search) }));

/** How many suppliers a selection has: counted up to `most` and one more. One query. */
export async function countSelected(db: TenantDb, state: SupplierListState, most: number): Promise<number> {
  const found = await queryFirst(
    db,
    z.object({ count: z.number() }),
    sql`SELECT count(*)::int AS count FROM (SELECT 1 FROM "Supplier" s WHERE ${conditionsOf(state)} LIMIT ${most + 1}::int) counted`,
  );
  return found?.count ?? 0;
}

/** The parties of a selection, by id; at most `most`. One query. */
export async function selectedIds(db: TenantDb, state: SupplierListState, most: number): Promise<string[]> {
  const rows = await queryRows(
    db,
    z.object({ partyId: z.string() }),
    sql`SELECT s."partyId" FROM "Supplier" s WHERE ${conditionsOf(state)} ORDER BY s."partyId" LIMIT ${most}::int`,
  );
  return rows.map(({ partyId }) => partyId);
}
