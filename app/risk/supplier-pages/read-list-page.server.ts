import type { TenantDb } from '~/access/tenant-db.server';
import { withBanUpstream } from '~/risk/alerts/upstream-alerts.server';
import { countSuppliers } from '~/suppliers/registry/count-suppliers.server';
import type { SupplierScope } from '~/suppliers/registry/list-query.server';
import { countedViews, countViews } from '~/suppliers/registry/count-views.server';
import { isFiltered, type SupplierListState, type SupplierView } from '~/suppliers/registry/list-state';
import { listSuppliers, type SupplierRow } from '~/suppliers/registry/list-suppliers.server';
import { sectorFilterOptions, sectorTitles } from '~/suppliers/facts/sector-titles.server';

/**
 * All that the list of suppliers shows; `scored`: among how many suppliers places are drawn; `total`: how many suppliers match, up to `mostCounted` and one
 * more where they are filtered. At most six queries, however many rows.
 */
export async function readListPage(db: TenantDb, state: SupplierListState, scope?: SupplierScope) {
  const page = await listSuppliers(db, state, scope ? { scope } : {});
  const { counts, countries, divisions } = await countSuppliers(db);
  const isTallied = !isFiltered(state) && scope === undefined && !countedViews.some((view) => view === state.view);
  const { matching, ...further } = await countViews(db, { state: isTallied ? null : state, scope });
  const allCounts: Record<SupplierView, number> = { ...counts, ...further };
  const upstream = await withBanUpstream(
    db,
    page.rows.map(({ partyId }) => partyId),
  );
  const sectorChoices = sectorFilterOptions(divisions, state.sectors);
  return {
    page: { ...page, rows: page.rows.map((row) => ({ ...shown(row), hasBanUpstream: upstream.has(row.partyId) })) },
    scored: counts.all - counts['not-scored'],
    counts: allCounts,
    total: matching ?? allCounts[state.view],
    countries,
    sectorChoices,
    sectors: sectorTitles([...page.rows.map((row) => row.sector), ...state.sectors]),
  };
}

export type ShownSupplier = Omit<SupplierRow, 'partyId' | 'nameKey' | 'scoreStatus' | 'placeOrder' | 'alertOrder' | 'riskOrder'> & {
  hasBanUpstream?: boolean;
};

/** A row without server-only fields: the page carries each field twice, as HTML and as data, which makes it slower. */
function shown({
  partyId: _,
  nameKey: __,
  scoreStatus: ___,
  placeOrder: ____,
  alertOrder: _____,
  riskOrder: ______,
  ...row
}: SupplierRow): ShownSupplier {
  return row;
}
