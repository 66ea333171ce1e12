import type { TenantDb } from '~/access/tenant-db.server';
import { countSuppliers } from './count-suppliers.server';
import { listCountries } from './list-countries.server';
import type { SupplierListState } from './list-state';
import { listSuppliers } from './list-suppliers.server';
import { sectorTitles } from './sector-titles.server';

/** All that the list of suppliers shows. At most four queries, however many rows. */
export async function readListPage(db: TenantDb, state: SupplierListState) {
  const page = await listSuppliers(db, state);
  const counts = await countSuppliers(db);
  const countries = await listCountries(db);
  return { page, counts, countries, sectors: sectorTitles([...page.rows.map((row) => row.sector), ...state.sectors]) };
}
