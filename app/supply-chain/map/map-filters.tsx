import { linkKinds } from '#scoring';
import { sectorFilter, supplierFilters } from '~/risk/supplier-pages/supplier-filters';
import { linkName } from '~/suppliers/supply-links/link-labels';
import { m } from '~/paraglide/messages';
import { FilterBar } from '~/ui/filter-bar';
import type { Option } from '~/ui/select';

/** The one filter bar of the three views. */
export function MapFilters({
  countries,
  sectors,
  year,
}: {
  countries: readonly string[];
  sectors: readonly Option[];
  year: number | null;
}) {
  return (
    <FilterBar
      searchLabel={m.suppliers_search()}
      searchHint={m.suppliers_search_hint()}
      filters={[
        ...supplierFilters({ countries, withUnscored: true }),
        {
          name: 'kind',
          label: m.map_filter_kind(),
          isMultiple: true,
          options: linkKinds.map((kind) => ({ value: kind, label: linkName(kind) })),
        },
        sectorFilter({ sectors }),
        { name: 'on', label: m.map_filter_on(), kind: 'day' },
        { name: 'area', label: m.map_filter_area(), kind: 'elsewhere' },
        ...(year === null ? [] : [{ name: 'year', label: m.years_chip({ year: String(year) }), kind: 'elsewhere' as const }]),
      ]}
    />
  );
}
