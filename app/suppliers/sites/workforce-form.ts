import { type KeysOfType, keysOfType } from '~/suppliers/fields/definition/read-fields';
import type { FactValues } from '~/suppliers/facts/fact-fields';
import { type ProtectedCount, protectCounts } from '~/platform/privacy/protect-counts';

/** Groups of the people of a site. */
const countFields = keysOfType('group');
type CountField = KeysOfType<'group'>;

type Counts = { [Field in CountField]: ProtectedCount | null } & { migrantsByOrigin: Record<string, ProtectedCount> | null };

/** Where counts exceed the workers of the site: the field to correct. */
export function exceedsWorkers(counts: Counts, workers: number | null): CountField | 'migrantsByOrigin' | null {
  if (workers === null) return null;
  const heads = (count: ProtectedCount | null) => (typeof count === 'number' ? count : 0);
  if (heads(counts.femaleWorkers) + heads(counts.maleWorkers) > workers) return 'maleWorkers';
  const migrants = Object.values(counts.migrantsByOrigin ?? {}).reduce<number>((sum, count) => sum + heads(count), 0);
  if (migrants > workers) return 'migrantsByOrigin';
  return countFields.find((field) => heads(counts[field]) > workers) ?? null;
}

/** The counts as they may be kept: no small group as a number, and nothing from which one can be computed back. */
export function protectWorkforce(counts: Counts, workers: number | null): Pick<FactValues, CountField | 'migrantsByOrigin'> {
  const { femaleWorkers, maleWorkers, migrantsByOrigin, ...others } = counts;
  // Women and men are parts of one whole; any other group and the rest are too.
  const alone = countFields.filter((field) => field !== 'femaleWorkers' && field !== 'maleWorkers');
  return {
    ...protectCounts({ femaleWorkers, maleWorkers }, workers),
    ...Object.assign({}, ...alone.map((field) => protectCounts({ [field]: others[field] }, workers))),
    migrantsByOrigin: migrantsByOrigin && protectOrigins(migrantsByOrigin),
  };
}

function protectOrigins(origins: Record<string, ProtectedCount>): Record<string, ProtectedCount> {
  const kept = protectCounts(origins, null);
  // In the order in which the database keeps the keys, so that equal values are not a change.
  const inOrder = Object.entries(kept).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(inOrder.flatMap(([origin, count]) => (count === null ? [] : [[origin, count]])));
}
