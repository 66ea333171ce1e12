import type { EnforcementList, MatchReason } from '#scoring';
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

const reasons: Record<MatchReason, (given: string, matched: string) => string> = {
  name: (given) => m.suppliers_match_name({ given }),
  'folded-name': (given, matched) => m.suppliers_match_folded({ given, matched }),
  alias: (given) => m.suppliers_match_alias({ given }),
  'folded-alias': (given, matched) => m.suppliers_match_folded_alias({ given, matched }),
  good: (given) => m.suppliers_match_good({ given }),
  inputs: (given) => m.suppliers_match_inputs({ given }),
  chapter: (given, matched) => m.alerts_why_chapter({ given, matched }),
  'country-and-sector': (given) => m.suppliers_match_sector({ given }),
  'country-and-product': (given) => m.suppliers_match_product({ given }),
};

/** Why an entry was found, in a sentence. */
export const matchText = (reason: MatchReason, given: string, matched: string): string => reasons[reason](given, matched);

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

/** "child and forced labour" */
export function labourText(labour: ListedFact['labour']): string {
  if (labour.length === 2) return m.suppliers_labour_both();
  return labour[0] === 'child' ? m.suppliers_labour_child() : m.suppliers_labour_forced();
}
