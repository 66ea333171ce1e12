import { type Sql, sql } from '~/access/sql.server';
import { allOf, type SupplierScope, supplierConditions } from './list-query.server';
import type { SupplierListState } from './list-state';
import { searchText } from './list-suppliers.server';

/** Suppliers that an act is for: those named, or every one that a list shows, on all its pages. */
export type ChosenSuppliers =
  | { partyIds: readonly string[] }
  | { state: Omit<SupplierListState, 'cursor' | 'sort'>; scope?: SupplierScope | undefined };

/** Their ids as rows of one column, "partyId". */
export function chosenSuppliers(chosen: ChosenSuppliers): Sql {
  if ('partyIds' in chosen) return sql`SELECT s."partyId" FROM "Supplier" s WHERE s."partyId" = ANY(${[...chosen.partyIds]}::uuid[])`;
  const { state, scope } = chosen;
  const conditions = [...supplierConditions({ ...state, search: searchText(state.search) }), ...(scope?.conditions ?? [])];
  return sql`SELECT s."partyId" FROM ${scope?.relation ?? sql`"Supplier"`} s WHERE ${allOf(conditions)}`;
}
