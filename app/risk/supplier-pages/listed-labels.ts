import type { EnforcementList } from '#scoring';
import { matchText } from '~/risk/alerts/match-words';
import { m } from '~/paraglide/messages';
import { formatCountry, formatDate } from '~/ui/format';
import type { ListedFact } from './public-lists.server';

const lists = {
  'listed-entities': m.suppliers_list_entities,
  'import-orders': m.suppliers_list_orders,
  'priority-sectors': m.suppliers_list_sectors,
  'listed-goods': m.suppliers_list_goods,
} satisfies Record<EnforcementList, () => string>;

/** The name of a public list. */
export const listName = (list: EnforcementList): string => lists[list]();

/** The same; of a good that is listed for an input, with the input. */
export function reasonText({ reason, given, matched, madeWith }: ListedFact): string {
  const text = matchText(reason, given, matched);
  return madeWith === null ? text : `${text} ${m.suppliers_match_made_with({ input: madeWith })}`;
}

/** Whether the entry is of the supplier's country. */
export function placeText({ country, isSameCountry }: ListedFact): string {
  const name = formatCountry(country);
  if (isSameCountry === null) return m.suppliers_listed_country_unknown({ country: name });
  return isSameCountry ? m.suppliers_listed_same_country({ country: name }) : m.suppliers_listed_other_country({ country: name });
}

const states = {
  'in-force': m.suppliers_listed_in_force,
  'imports-allowed': m.suppliers_listed_allowed,
  replaced: m.suppliers_listed_replaced,
  ended: m.suppliers_listed_ended,
  unknown: m.suppliers_listed_state_unknown,
} satisfies Record<ListedFact['state'], () => string>;

/** "since 22 Jun 2022; in force", with what is not known left open. */
export function daysText({ since, until, state }: ListedFact): string {
  const from = since === null ? m.suppliers_listed_since_unknown() : m.suppliers_listed_since({ date: formatDate(since) });
  const now = until === null ? states[state]() : m.suppliers_listed_until({ state: states[state](), date: formatDate(until) });
  return `${from}; ${now}`;
}
