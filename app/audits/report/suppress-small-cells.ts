import { smallestGroup } from '~/platform/privacy/protect-counts';
import { type CountBand, type ShownCount, smallestTable } from '~/audits/report/audit-report/people-schema';

const isSmall = (count: number): boolean => count > 0 && count < smallestGroup;

/** The fixed band of a count of five or more: 5–9, 10–14, 15–19, … It depends on the count alone, so that another report tells no difference. */
export function bandOf(count: number): CountBand {
  const from = Math.floor(count / smallestGroup) * smallestGroup;
  return { from, to: from + smallestGroup - 1 };
}

/** A single count as it is shown: zero, fewer than five, or its band. */
export function showCount(count: number): ShownCount {
  if (count === 0) return 0;
  return isSmall(count) ? 'under-5' : bandOf(count);
}

/**
 * The parts of a whole as they may be shown; the parts are all of it. Four rules, in this order:
 * 1. fewer than ten people: no part is shown;
 * 2. no part of one to four people: each is shown by its band;
 * 3. one such part: it is *under 5*, every other non-empty part is withheld (it has five or more);
 * 4. two or more such parts, or fewer than five people in all for each non-empty part, so that the whole would narrow the small one: no part is shown.
 * They protect against a reader who knows the exact whole and these rules: the test covers every whole of up to forty people.
 */
export function suppressSmallCells<Key extends string>(parts: Readonly<Record<Key, number>>): Record<Key, ShownCount> {
  const keys = Object.keys(parts) as Key[];
  const all = (shown: (count: number) => ShownCount) =>
    Object.fromEntries(keys.map((key) => [key, shown(parts[key])])) as Record<Key, ShownCount>;
  const counts = keys.map((key) => parts[key]);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const small = counts.filter(isSmall).length;
  if (total === 0) return all(showCount);
  if (total < smallestTable || small > 1) return all(() => 'withheld');
  if (small === 0) return all(showCount);
  const filled = counts.filter((count) => count > 0).length;
  if (total < filled * smallestGroup) return all(() => 'withheld');
  return all((count) => (count >= smallestGroup ? 'withheld' : showCount(count)));
}
