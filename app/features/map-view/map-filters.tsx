import { bands, linkKinds } from '#scoring';
import { countryOptions } from '~/features/supplier/country-options';
import { linkName } from '~/features/supply-map/link-words';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
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
      searchLabel={m.supplier_search()}
      searchHint={m.supplier_search_hint()}
      filters={[
        {
          name: 'band',
          label: m.supplier_filter_band(),
          isMultiple: true,
          options: [...bands.map((band) => ({ value: band, label: bandName(band) })), { value: 'none', label: bandName(null) }],
        },
        { name: 'country', label: m.supplier_filter_country(), isMultiple: true, options: countryOptions(countries) },
        {
          name: 'tier',
          label: m.supplier_filter_tier(),
          isMultiple: true,
          options: [
            ...[1, 2, 3, 4, 5, 6].map((tier) => ({ value: String(tier), label: m.supplier_tier({ tier }) })),
            { value: 'unknown', label: m.supplier_tier_unknown() },
          ],
        },
        {
          name: 'kind',
          label: m.map_filter_kind(),
          isMultiple: true,
          options: linkKinds.map((kind) => ({ value: kind, label: linkName(kind) })),
        },
        { name: 'sector', label: m.supplier_filter_sector(), options: sectors },
        { name: 'on', label: m.map_filter_on(), kind: 'day' },
        { name: 'area', label: m.map_filter_area(), kind: 'elsewhere' },
        ...(year === null ? [] : [{ name: 'year', label: m.years_chip({ year: String(year) }), kind: 'elsewhere' as const }]),
      ]}
    />
  );
}
