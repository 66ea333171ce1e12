import type { AlertKind } from '#scoring';
import { recruiterStatuses, sanctionKinds } from '~/suppliers/facts/recruiter-record';
import { sanctionNames, statusNames } from '~/suppliers/facts/recruiter-labels';
import { labourText, matchText } from './match-words';
import { m } from '~/paraglide/messages';
import { formatCountry, formatDate } from '~/ui/format';
import type { IconName } from '~/ui/icon';
import type { AlertFilter } from '~/suppliers/registry/alert-filters';
import type { AlertView } from './alert-list-state';
import { type AlertBasis, type AlertStatus, recruiterTable } from './basis';

type Entry = Pick<AlertBasis, 'subject' | 'country' | 'labour' | 'via'> & { comparisons: readonly { given: string; matched: string }[] };

const kinds = {
  'presumed-region': m.alerts_kind_presumed_region,
  'listed-entity': m.alerts_kind_listed_entity,
  'import-order': m.alerts_kind_import_order,
  'state-imposed': m.alerts_kind_state_imposed,
  'priority-sector': m.alerts_kind_priority_sector,
  'listed-good': m.alerts_kind_listed_good,
  'recruiter-status': m.alerts_kind_recruiter_status,
  'recruiter-sanction': m.alerts_kind_recruiter_sanction,
  'recruiter-licence': m.alerts_kind_recruiter_licence,
} satisfies Record<AlertKind, () => string>;

/** A short label of an alert. */
export const kindName = (kind: AlertKind): string => kinds[kind]();

export const filterName = (filter: AlertFilter): string => (filter === 'any' ? m.alerts_filter_any() : kindName(filter));

const titles: Record<AlertKind, (basis: Entry) => string> = {
  'presumed-region': ({ subject }) => m.alerts_title_presumed_region({ subject }),
  'listed-entity': ({ subject }) => m.alerts_title_listed_entity({ subject }),
  'import-order': ({ subject }) => m.alerts_title_import_order({ subject }),
  'state-imposed': ({ country }) => m.alerts_title_state_imposed({ country: formatCountry(country) }),
  'priority-sector': ({ subject }) => m.alerts_title_priority_sector({ subject }),
  'listed-good': ({ subject, country, labour }) =>
    m.alerts_title_listed_good({ subject, country: formatCountry(country), labour: labourText(labour) }),
  'recruiter-status': (basis) => recruiterTitle('recruiter-status', basis),
  'recruiter-sanction': (basis) => recruiterTitle('recruiter-sanction', basis),
  'recruiter-licence': (basis) => recruiterTitle('recruiter-licence', basis),
};

function recruiterTitle(kind: AlertKind, { subject, comparisons: [record], via = [] }: Entry): string {
  const said = record ? recordText(kind, record.given, record.matched) : kindName(kind);
  const above = via.at(-1);
  return above ? m.alerts_title_sub_agent({ subject, recruiter: above.name, said }) : m.alerts_title_recruiter({ subject, said });
}

/** The content of the list or law, in a sentence. */
export const titleText = (kind: AlertKind, basis: Entry): string => titles[kind](basis);

const icons: Record<AlertKind, IconName> = {
  'presumed-region': 'ban',
  'listed-entity': 'ban',
  'import-order': 'ban',
  'state-imposed': 'state',
  'priority-sector': 'list',
  'listed-good': 'list',
  'recruiter-status': 'user',
  'recruiter-sanction': 'user',
  'recruiter-licence': 'user',
};

/** The mark of an alert, which is never that of a band: a name that is not confirmed has its own. */
export const kindIcon = (kind: AlertKind, isNameMatch: boolean): IconName => (isNameMatch ? 'match' : icons[kind]);

const ofRecruiter = () => ({ goods: m.alerts_goods_recruiter(), people: m.alerts_people_recruiter() });

const meanings: Record<AlertKind, (labour: string) => { goods: string; people: string; act: string }> = {
  'presumed-region': () => ({
    goods: m.alerts_goods_presumed_region(),
    people: m.alerts_people_presumed_region(),
    act: m.alerts_do_presumed_region(),
  }),
  'listed-entity': () => ({
    goods: m.alerts_goods_listed_entity(),
    people: m.alerts_people_listed_entity(),
    act: m.alerts_do_listed_entity(),
  }),
  'import-order': () => ({ goods: m.alerts_goods_import_order(), people: m.alerts_people_import_order(), act: m.alerts_do_import_order() }),
  'state-imposed': () => ({
    goods: m.alerts_goods_state_imposed(),
    people: m.alerts_people_state_imposed(),
    act: m.alerts_do_state_imposed(),
  }),
  'priority-sector': () => ({
    goods: m.alerts_goods_priority_sector(),
    people: m.alerts_people_priority_sector(),
    act: m.alerts_do_priority_sector(),
  }),
  'listed-good': (labour) => ({
    goods: m.alerts_goods_listed_good({ labour }),
    people: m.alerts_people_listed_good({ labour }),
    act: m.alerts_do_listed_good(),
  }),
  'recruiter-status': () => ({ ...ofRecruiter(), act: m.alerts_do_recruiter_status() }),
  'recruiter-sanction': () => ({ ...ofRecruiter(), act: m.alerts_do_recruiter_sanction() }),
  'recruiter-licence': () => ({ ...ofRecruiter(), act: m.alerts_do_recruiter_licence() }),
};

/** What an alert means for goods and for people, and what to do. */
export const meaningOf = (kind: AlertKind, { labour }: Pick<AlertBasis, 'labour'>) => meanings[kind](labourText(labour));

type Comparison = AlertBasis['comparisons'][number];

/** Why the row was met, in a sentence. */
export function whyText({ by, given, matched }: Comparison, kind: AlertKind): string {
  switch (by) {
    case 'code':
      return m.alerts_why_code({ matched });
    case 'postal-code':
      return m.alerts_why_postal_code({ matched });
    case 'coordinates':
      return m.alerts_why_coordinates({ matched });
    case 'record':
      return recordText(kind, given, matched);
    case 'country':
      return m.alerts_why_country({ country: formatCountry(given) });
    case 'name':
      // Of a place, a name in its address; of a party, its own.
      return kind === 'presumed-region' ? m.alerts_why_place({ given, matched }) : matchText(by, given, matched);
    default:
      return matchText(by, given, matched);
  }
}

/** The record of a labour recruiter of the supplier. */
function recordText(kind: AlertKind, given: string, matched: string): string {
  if (kind === 'recruiter-licence') return m.alerts_why_licence({ number: given, date: formatDate(matched) });
  if (kind === 'recruiter-sanction') {
    const sanction = sanctionKinds.find((each) => each === given);
    const name = sanction ? sanctionNames[sanction]() : given;
    return matched === '' ? name : m.alerts_why_sanction({ sanction: name, authority: matched });
  }
  const status = recruiterStatuses.find((each) => each === given);
  const name = status ? statusNames[status]() : given;
  return matched === 'proposed' ? m.alerts_why_status_proposed({ status: name }) : m.alerts_why_status({ status: name });
}

/** Since when the entry is in force: a day, a year, or the year of the report that names a government. */
export function sinceText(kind: AlertKind, { since }: Pick<AlertBasis, 'since'>): string {
  if (since === null) return m.alerts_since_unknown();
  return kind === 'state-imposed' ? m.alerts_since_report({ year: since }) : formatDate(since);
}

const statuses = {
  open: m.alerts_status_open,
  confirmed: m.alerts_status_confirmed,
  dismissed: m.alerts_status_dismissed,
} satisfies Record<AlertStatus, () => string>;

export function statusText({
  status,
  isToBeConfirmed,
  endedAt,
}: {
  status: AlertStatus;
  isToBeConfirmed: boolean;
  endedAt: Date | string | null;
}): string {
  if (endedAt !== null) return m.alerts_status_ended();
  return status === 'open' && isToBeConfirmed ? m.alerts_status_to_confirm() : statuses[status]();
}

export const statusName = (status: AlertStatus): string => statuses[status]();

const views = {
  current: m.alerts_view_current,
  'to-confirm': m.alerts_view_to_confirm,
  open: m.alerts_view_open,
  confirmed: m.alerts_view_confirmed,
  dismissed: m.alerts_view_dismissed,
  ended: m.alerts_view_ended,
  all: m.alerts_view_all,
} satisfies Record<AlertView, () => string>;

export const viewName = (view: AlertView): string => views[view]();

/** The row that an alert rests on, with the name of its table in the reader's language. */
export const sourceText = ({
  sourceTable,
  sourceVintage,
  sourceRow,
  sourceName,
}: Record<'sourceTable' | 'sourceVintage' | 'sourceRow' | 'sourceName', string>): string =>
  sourceTable === recruiterTable
    ? m.alerts_source_recruiter({ date: formatDate(sourceVintage) })
    : m.alerts_source_text({ table: sourceName, vintage: sourceVintage, row: sourceRow });

/** Who publishes the lists of each kind, by the short name that a chip has room for; records of labour recruiters are the organization's own. */
const publishers: Partial<Record<AlertKind, string>> = {
  'presumed-region': 'UFLPA',
  'listed-entity': 'UFLPA',
  'import-order': 'US CBP',
  'state-imposed': 'US State Department',
  'priority-sector': 'UFLPA',
  'listed-good': 'US DOL',
};

/** "UFLPA, 21 Jun 2022": source and date of an alert, in short. A list that the organization loaded itself is named by its table. */
export function shortSource({
  kind,
  basis,
  sourceName,
}: {
  kind: AlertKind;
  basis: Pick<AlertBasis, 'since' | 'own'>;
  sourceName: string;
}): string {
  const publisher = basis.own === undefined ? publishers[kind] : sourceName;
  const date = basis.since === null ? null : sinceText(kind, basis);
  return [publisher, date].filter((part) => part).join(', ');
}
