import { queryTogether } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { viewQuestions, viewsFrom } from '~/platform/saved-views/read-views.server';
import { hasBanUpstream } from '~/risk/alerts/upstream-alerts.server';
import { readScoreTrends, type TrendPoint } from '~/risk/scores/read-trends.server';
import { sectorFilterOptions, sectorTitles } from '~/suppliers/facts/sector-titles.server';
import { peopleQuestion } from '~/suppliers/ownership/list-people.server';
import { countsOf } from '~/suppliers/registry/count-suppliers.server';
import { countedViews, viewCountsQuestion } from '~/suppliers/registry/count-views.server';
import type { SupplierScope } from '~/suppliers/registry/list-query.server';
import { isFiltered, type SupplierListState, type SupplierView } from '~/suppliers/registry/list-state';
import { listSuppliers, type SupplierRow } from '~/suppliers/registry/list-suppliers.server';
import { tallyFrom, tallyQuestion } from '~/suppliers/registry/read-tally.server';
import { tagsQuestion } from '~/suppliers/tags/list-tags.server';

/**
 * What the list of suppliers shows around its rows: views and their counts, what to filter by. `scored`: among how many suppliers places are drawn; `total`:
 * how many suppliers match, up to `mostCounted` and one more where they are filtered. One query.
 */
export async function readListFrame(
  db: TenantDb,
  state: SupplierListState,
  { userId, scope }: { userId: string; scope?: SupplierScope | undefined },
) {
  const isTallied = !isFiltered(state) && scope === undefined && !countedViews.some((view) => view === state.view);
  const read = await queryTogether(db, {
    ...viewQuestions({ list: 'suppliers', userId }),
    tally: tallyQuestion,
    counted: viewCountsQuestion({ state: isTallied ? null : state, scope }),
    people: peopleQuestion,
    tags: tagsQuestion,
  });
  const tally = tallyFrom(read.tally);
  const { matching = null, ...further } = read.counted[0] ?? { 'import-alerts': 0, late: 0, following: 0, mine: 0 };
  const counts: Record<SupplierView, number> = { ...countsOf(tally), ...further };
  return {
    views: viewsFrom(read, userId),
    people: read.people,
    tags: read.tags,
    counts,
    scored: counts.all - counts['not-scored'],
    total: matching ?? counts[state.view],
    countries: tally.countries,
    sectorChoices: sectorFilterOptions(tally.divisions, state.sectors),
  };
}

/**
 * The rows of a page. One query, one more where the page ends among suppliers that lack what the list is sorted by, and one more for their score history where
 * `withTrends`.
 */
export async function readListPage(
  db: TenantDb,
  state: SupplierListState,
  { scope, withTrends = false }: { scope?: SupplierScope | undefined; withTrends?: boolean } = {},
) {
  const page = await listSuppliers(db, state, { scope, hasBanUpstream });
  const trends = withTrends
    ? await readScoreTrends(
        db,
        page.rows.map(({ partyId }) => partyId),
      )
    : null;
  return {
    page: { ...page, rows: page.rows.map((row) => shown(row, trends?.get(row.partyId))) },
    sectors: sectorTitles([...page.rows.map((row) => row.sector), ...state.sectors]),
  };
}

export type ShownSupplier = Omit<SupplierRow, 'partyId' | 'nameKey' | 'scoreStatus' | 'placeOrder' | 'alertOrder' | 'riskOrder'> & {
  /** Its scores, the oldest first, where the list shows them and there are at least two. */
  trend?: readonly TrendPoint[];
};

/** A row without server-only fields: the page carries each field twice, as HTML and as data, which makes it slower. */
function shown(
  { partyId: _, nameKey: __, scoreStatus: ___, placeOrder: ____, alertOrder: _____, riskOrder: ______, ...row }: SupplierRow,
  trend: readonly TrendPoint[] | undefined,
): ShownSupplier {
  return trend === undefined ? row : { ...row, trend };
}
