import { basisLabel } from '~/documents/charts/labels';
import { filterName } from '~/risk/alerts/labels';
import { linkName } from '~/suppliers/supply-links/link-labels';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { formatCountry, formatDate } from '~/ui/format';
import type { MapState } from './map-state';

/** What narrows the map, one line each, in the reader's language: "Country: Viet Nam, India". `titles` are of sectors. None when all is shown. */
export function filterWords(state: MapState, titles: Readonly<Record<string, string>>): string[] {
  const { search, bands, withUnscored, countries, sectors, tiers, kinds, area, on, year, list } = state;
  const line = (label: string, values: readonly string[]) =>
    values.length === 0 ? [] : [m.map_filter_line({ label, values: values.join(', ') })];
  return [
    ...line(m.suppliers_search(), search === '' ? [] : [`“${search}”`]),
    ...line(m.suppliers_filter_band(), [...bands.map(bandName), ...(withUnscored ? [bandName(null)] : [])]),
    ...line(
      m.suppliers_filter_riskiest(),
      list.riskiest === null
        ? []
        : [list.riskiest === 'certainly' ? m.suppliers_riskiest_filter_certainly() : m.suppliers_riskiest_filter_probably()],
    ),
    ...line(
      m.suppliers_column_basis(),
      list.bases.map((grade) => basisLabel(grade)),
    ),
    ...line(m.suppliers_child(), list.childBands.map(bandName)),
    ...line(
      m.suppliers_filter_country(),
      countries.map((code) => formatCountry(code)),
    ),
    ...line(
      m.suppliers_filter_tier(),
      tiers.map((tier) => (tier === 'unknown' ? m.suppliers_tier_unknown() : m.suppliers_tier({ tier }))),
    ),
    ...line(m.alerts_filter_kind(), list.alerts.map(filterName)),
    ...line(m.map_filter_kind(), kinds.map(linkName)),
    ...line(
      m.suppliers_filter_sector(),
      sectors.map((code) => titles[code] ?? code),
    ),
    ...line(m.map_filter_area(), area === null ? [] : [area.join(' ')]),
    ...line(m.map_filter_on(), on === null ? [] : [formatDate(on)]),
    ...line(m.years_label(), year === null ? [] : [String(year)]),
  ];
}
