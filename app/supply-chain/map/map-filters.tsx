import { useSearchParams } from '@remix-run/react';
import { linkKinds } from '#scoring';
import { sectorFilter, supplierFilters } from '~/risk/supplier-pages/supplier-filters';
import { linkName } from '~/suppliers/supply-links/link-labels';
import { m } from '~/paraglide/messages';
import { FilterBar, type Filter } from '~/ui/filter-bar';
import { activeFilters, FilterChips } from '~/ui/filter-chips';
import { formatNumber } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Menu } from '~/ui/menu';
import type { Option } from '~/ui/select';

type Offered = { countries: readonly string[]; sectors: readonly Option[] };

function filtersOf({ countries, sectors }: Offered): Filter[] {
  return [
    ...supplierFilters({ countries, withUnscored: true }),
    {
      name: 'kind',
      label: m.map_filter_kind(),
      isMultiple: true,
      options: linkKinds.map((kind) => ({ value: kind, label: linkName(kind) })),
    },
    sectorFilter({ sectors }),
    { name: 'area', label: m.map_filter_area(), kind: 'elsewhere' },
  ];
}

/** The filters of all views, in a drawer behind a button that counts what is on. Without script the same element opens and closes. */
export function MapFilters(offered: Offered) {
  const [params] = useSearchParams();
  const filters = filtersOf(offered);
  const count = activeFilters(params, filters);
  return (
    <Menu
      align="end-when-wide"
      summaryClassName="flex min-h-9 items-center gap-1.5 rounded border border-edge bg-surface px-3 font-semibold hover:bg-sunken pointer-coarse:min-h-11"
      panelClassName="mt-1 w-96!"
      summary={
        <>
          <Icon name="filter" /> {m.map_filters()}
          {count > 0 && (
            <span className="rounded-full bg-accent px-1.5 text-xs text-on-accent tabular-nums">
              <span className="sr-only">{m.map_filters_on()} </span>
              {formatNumber(count)}
            </span>
          )}
        </>
      }
    >
      <FilterBar searchLabel={m.suppliers_search()} searchHint={m.suppliers_search_hint()} filters={filters} isStacked />
    </Menu>
  );
}

/** What narrows the map, also in time, as chips. */
export function MapChips({ year, ...offered }: Offered & { year: number | null }) {
  return (
    <FilterChips
      filters={[
        ...filtersOf(offered),
        { name: 'on', label: m.map_filter_on(), kind: 'day' },
        ...(year === null ? [] : [{ name: 'year', label: m.years_chip({ year: String(year) }), kind: 'elsewhere' as const }]),
      ]}
    />
  );
}
