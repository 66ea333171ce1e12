import { newValues, type PlannedFact } from './plan-facts';

type Values = Readonly<Record<string, unknown>>;
const isSame = (field: string, before: unknown, after: PlannedFact['values'][string]): boolean =>
  Object.keys(newValues({ [field]: before }, { [field]: after })).length === 0;

/**
 * Of the facts that a list states of one known party, in their order, the fields that it states otherwise of several days: for each such field the facts that
 * record it. A day's value is recorded where the day has another; the last value is recorded again where it would not be the current one. So the
 * same list again records nothing, while row by row each value would be news beside the one before.
 * @param held current values; `dayOf` the newest values as of a day
 */
export function dayNews(
  facts: readonly PlannedFact[],
  held: Values,
  dayOf: (day: string | null) => Values,
): Map<string, ReadonlySet<PlannedFact>> {
  const stated = new Map<string, PlannedFact[]>();
  for (const fact of facts)
    for (const field of Object.keys(fact.values))
      if (field !== 'name' && field !== 'externalIds') stated.set(field, [...(stated.get(field) ?? []), fact]);
  const news = new Map<string, ReadonlySet<PlannedFact>>();
  for (const [field, statements] of stated) {
    if (statements.length < 2) continue;
    const recording = new Set<PlannedFact>();
    let current = held[field];
    for (const [at, fact] of statements.entries()) {
      const value = fact.values[field] ?? null;
      if (value === null) continue;
      const isLast = at === statements.length - 1;
      if (isSame(field, dayOf(fact.validFrom)[field], value) && !(isLast && !isSame(field, current, value))) continue;
      recording.add(fact);
      current = value;
    }
    news.set(field, recording);
  }
  return news;
}
