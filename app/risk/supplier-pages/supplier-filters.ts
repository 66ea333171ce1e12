import { bands, bases } from '#scoring';
import { basisWord } from '~/documents/charts/words';
import { alertFilters } from '~/suppliers/registry/alert-filters';
import { filterName } from '~/risk/alerts/words';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import type { Filter } from '~/ui/filter-bar';
import type { Option } from '~/ui/select';
import { countryOptions } from '~/suppliers/facts/country-options';

type Choices = { countries: readonly string[]; sectors: readonly Option[] };

/** Filters of suppliers shared by list and map, under the names of `readListState`, up to the tier; the sector comes last, after a page's own. */
export function supplierFilters({ countries, withUnscored }: Pick<Choices, 'countries'> & { withUnscored: boolean }): Filter[] {
  const unscored = withUnscored ? [{ value: 'none', label: bandName(null) }] : [];
  return [
    {
      name: 'band',
      label: m.suppliers_filter_band(),
      isMultiple: true,
      options: [...bands.map((band) => ({ value: band, label: bandName(band) })), ...unscored],
    },
    {
      name: 'riskiest',
      label: m.suppliers_filter_riskiest(),
      options: [
        { value: 'certainly', label: m.suppliers_riskiest_filter_certainly() },
        { value: 'probably', label: m.suppliers_riskiest_filter_probably() },
      ],
    },
    {
      name: 'basis',
      label: m.suppliers_column_basis(),
      isMultiple: true,
      options: bases.map((grade) => ({ value: grade, label: basisWord(grade) })),
    },
    {
      name: 'child',
      label: m.suppliers_child(),
      isMultiple: true,
      options: bands.map((band) => ({ value: band, label: bandName(band) })),
    },
    { name: 'country', label: m.suppliers_filter_country(), isMultiple: true, options: countryOptions(countries) },
    {
      name: 'tier',
      label: m.suppliers_filter_tier(),
      isMultiple: true,
      options: [
        ...[1, 2, 3, 4, 5, 6].map((tier) => ({ value: String(tier), label: m.suppliers_tier({ tier }) })),
        { value: 'unknown', label: m.suppliers_tier_unknown() },
      ],
    },
    {
      name: 'alert',
      label: m.alerts_filter_kind(),
      isMultiple: true,
      options: alertFilters.map((value) => ({ value, label: filterName(value) })),
    },
  ];
}

export function sectorFilter({ sectors }: Pick<Choices, 'sectors'>): Filter {
  return { name: 'sector', label: m.suppliers_filter_sector(), options: sectors };
}
