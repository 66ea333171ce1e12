import { importOrders, listedEntities } from './enforcement-rows.ts';
import { prioritySectors } from './sector-rows.ts';
import { releasedUnder } from './own/overlay.ts';
import { referenceAt } from './registry.ts';

/** Lists by which goods are stopped at a border. */
export const datedLists = ['listed-entities', 'import-orders', 'priority-sectors'] as const;
export type DatedList = (typeof datedLists)[number];

/** Until when a list is complete, and how often its publisher has probably changed it since. Days are whole. */
export type ListFreshness = {
  list: DatedList;
  /** Of the released list; entries of the organization's own edition count too. */
  vintage: string;
  /** ISO day of the last change that is held. */
  completeTo: string;
  ageDays: number;
  /** Mean days between two changes of the five years up to `completeTo`; null where fewer than two are dated. */
  rhythmDays: number | null;
  /** Changes that have probably been missed since, at that rhythm; 0 while the list is younger than one. */
  likelyMissed: number;
};

const day = 86_400_000;
const rhythmYears = 5;
const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

function changesOf(list: DatedList, asOf: string): string[] {
  switch (list) {
    case 'listed-entities':
      return listedEntities(asOf).map(({ effective }) => effective);
    case 'import-orders':
      return importOrders(asOf).flatMap(({ issued }) => issued ?? []);
    case 'priority-sectors':
      return prioritySectors(asOf).map(({ designated }) => designated);
  }
}

/**
 * How fresh each list of enforcement is on a day: its publisher's rhythm is read from the dates of its own entries, so that no number is assumed. A list may have
 * changed the day after it was read: none is complete for certain. Throws RangeError for a day before the first lists.
 */
export function listFreshness(today: string): ListFreshness[] {
  return datedLists.map((list) => {
    const table = referenceAt(list, today);
    const { vintage } = releasedUnder(table);
    const { origin } = table;
    const days = [...new Set(changesOf(list, today).filter(isDay))].sort();
    const completeTo = isDay(origin.datePublished) ? origin.datePublished : (days.at(-1) ?? origin.dateAccessed);
    const from = new Date(Date.parse(completeTo) - rhythmYears * 365.25 * day).toISOString().slice(0, 10);
    const recent = days.filter((each) => each >= from);
    const [first, last] = [recent[0], recent.at(-1)];
    const rhythmDays =
      first && last && recent.length > 1 ? Math.round((Date.parse(last) - Date.parse(first)) / day / (recent.length - 1)) : null;
    const ageDays = Math.floor((Date.parse(today) - Date.parse(completeTo)) / day);
    return { list, vintage, completeTo, ageDays, rhythmDays, likelyMissed: rhythmDays === null ? 0 : Math.floor(ageDays / rhythmDays) };
  });
}
