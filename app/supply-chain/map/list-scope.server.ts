import type { TenantDb } from '~/access/tenant-db.server';
import type { SupplierScope } from '~/suppliers/registry/list-query.server';
import { mapScope } from './map-scope.server';
import { readMapState } from './map-state';
import { readTiersOn } from './read-suppliers-shown.server';

/** The rows of the list of suppliers as known on the day of an address (`on=2026-03-01`), as the map reads them; without a day today's. Three queries at most. */
export async function listScopeOn(db: TenantDb, search: URLSearchParams): Promise<{ on: string | null; scope: SupplierScope | undefined }> {
  if (!search.has('on')) return { on: null, scope: undefined };
  const { on } = readMapState(search);
  if (on === null) return { on, scope: undefined };
  const state = { ...readMapState(new URLSearchParams()), on };
  return { on, scope: mapScope(state, await readTiersOn(db, state)) };
}
