import { bands, bases } from '#scoring';
import { basisLabel } from '~/documents/charts/labels';
import { alertFilters } from '~/suppliers/registry/alert-filters';
import { type AuditChoice, auditChoices, type DueChoice, dueChoices } from '~/suppliers/registry/list-state';
import { filterName } from '~/risk/alerts/labels';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import type { Filter } from '~/ui/filter-bar';
import type { Option } from '~/ui/select';
import { countryOptions } from '~/suppliers/facts/country-options';

/** People who own suppliers, and tags. */
type Work = { people: readonly { userId: string; name: string }[]; tags: readonly { id: string; name: string }[] };
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
      options: bases.map((grade) => ({ value: grade, label: basisLabel(grade) })),
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

/** Filters of the list alone, with those that it shares with the map; the ones used most come first. */
export function listFilters({ countries, sectors, people, tags }: Choices & Work): Filter[] {
  const shared = [...supplierFilters({ countries, withUnscored: false }), sectorFilter({ sectors })];
  const own: Filter[] = [
    { name: 'due', label: m.lists_column_due(), options: dueChoices.map((value) => ({ value, label: dueWords[value]() })) },
    { name: 'audit', label: m.lists_column_audit(), options: auditChoices.map((value) => ({ value, label: auditWords[value]() })) },
    {
      name: 'owner',
      label: m.lists_column_owner(),
      isMultiple: true,
      options: [
        { value: 'me', label: m.lists_owner_me() },
        { value: 'none', label: m.lists_owner_none() },
        ...people.map(({ userId, name }) => ({ value: userId, label: name })),
      ],
    },
    { name: 'tag', label: m.lists_column_tags(), isMultiple: true, options: tags.map(({ id, name }) => ({ value: id, label: name })) },
    { name: 'followed', label: m.lists_view_following(), options: [{ value: 'yes', label: m.lists_followed_yes() }] },
    { name: 'on', label: m.map_filter_on(), kind: 'day' },
    { name: 'id', label: m.lists_filter_selected(), kind: 'elsewhere' },
  ];
  const all = [...shared, ...own];
  const order = ['alert', 'band', 'basis', 'country', 'tier', 'owner', 'audit', 'due'];
  const first = order.flatMap((name) => all.find((filter) => filter.name === name) ?? []);
  return [...first, ...all.filter((filter) => !first.includes(filter)).map((filter) => ({ ...filter, isExtra: true }))];
}

const dueWords = { overdue: m.lists_overdue, soon: m.lists_due_soon } satisfies Record<DueChoice, () => string>;
const auditWords = { never: m.lists_audit_never, old: m.lists_audit_old } satisfies Record<AuditChoice, () => string>;

export function sectorFilter({ sectors }: Pick<Choices, 'sectors'>): Filter {
  return { name: 'sector', label: m.suppliers_filter_sector(), options: sectors };
}
