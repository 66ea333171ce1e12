import { type ListFreshness, listFreshness, tableTitle, withOwnTables } from '#scoring';
import { getLocale } from '~/paraglide/runtime';

/** How fresh the lists behind the alerts are on a day, the organization's own editions included, each with its name. */
export const freshnessOfLists = (ownTables: readonly string[], today: string): (ListFreshness & { name: string })[] =>
  withOwnTables(ownTables, () => listFreshness(today)).map((each) => ({ ...each, name: tableTitle(each.list, getLocale()) }));
