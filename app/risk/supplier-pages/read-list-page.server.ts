import type { TenantDb } from '~/access/tenant-db.server';
import { withBanUpstream } from '~/risk/alerts/upstream-alerts.server';
import { countSuppliers } from '~/suppliers/registry/count-suppliers.server';
import type { SupplierScope } from '~/suppliers/registry/list-query.server';
import type { SupplierListState } from '~/suppliers/registry/list-state';
import { listSuppliers, type SupplierRow } from '~/suppliers/registry/list-suppliers.server';
import { sectorFilterOptions, sectorTitles } from '~/suppliers/facts/sector-titles.server';

/** All that the list of suppliers shows; `scored`: among how many suppliers places are drawn. At most five queries, however many rows. */
export async function readListPage(db: TenantDb, state: SupplierListState, scope?: SupplierScope) {
  const page = await listSuppliers(db, state, scope ? { scope } : {});
  const { counts, countries, divisions } = await countSuppliers(db);
  const upstream = await withBanUpstream(
    db,
    page.rows.map(({ partyId }) => partyId),
  );
  const sectorChoices = sectorFilterOptions(divisions, state.sectors);
  return {
    page: { ...page, rows: page.rows.map((row) => ({ ...shown(row), hasBanUpstream: upstream.has(row.partyId) })) },
    scored: counts.all - counts['not-scored'],
    counts,
    countries,
    sectorChoices,
    sectors: sectorTitles([...page.rows.map((row) => row.sector), ...state.sectors]),
  };
}

export type ShownSupplier = Omit<SupplierRow, 'partyId' | 'nameKey' | 'scoreStatus' | 'placeOrder' | 'alertOrder'> & {
  hasBanUpstream?: boolean;
};

/** A row without server-only fields: the page carries each field twice, as HTML and as data, which makes it slower. */
function shown({ partyId: _, nameKey: __, scoreStatus: ___, placeOrder: ____, alertOrder: _____, ...row }: SupplierRow): ShownSupplier {
  return row;
}
