import { shareSays } from './protect-counts';

const shares: ReadonlySet<string> = new Set(['femaleShare', 'migrantShare', 'agencyShare', 'internalMigrantShare']);

/** A fact of a site as it may be shown: a share that would give away a small group becomes the word for it. `workers`: heads of the site. */
export function shownFact<Value>(field: string, value: Value, workers: number | undefined): Value | 'under-5' | 'withheld' {
  if (!shares.has(field) || typeof value !== 'number') return value;
  const says = shareSays(value, workers);
  return says === 'shown' ? value : says;
}

/** All values of a site as its activity may show them. */
export function shownValues(values: Readonly<Record<string, unknown>>, workers: number | null | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, shownFact(field, value, workers ?? undefined)]));
}
