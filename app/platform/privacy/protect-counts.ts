/** Groups smaller than this are never kept or shown as a number (small-cell rule). */
export const smallestGroup = 5;
/** A number of people: 0 or at least five, or a small group, or a number left out because it would give a small group away. */
export type ProtectedCount = number | 'under-5' | 'withheld';

const isSmall = (value: number): boolean => value > 0 && value < smallestGroup;

/**
 * Parts of one whole without what would let a small group be seen or computed back: a count of one to four becomes *under-5*; as long as
 * what is missing from the whole adds to fewer than five people, the smallest number left is withheld too, and so it is as long
 * as the words can mean one thing only. `total` null: the parts are the whole.
 */
export function protectCounts<Key extends string>(
  parts: Readonly<Record<Key, ProtectedCount | null>>,
  total: number | null,
): Record<Key, ProtectedCount | null> {
  const result: Record<Key, ProtectedCount | null> = { ...parts };
  const keys = (Object.keys(parts) as Key[]).sort();
  // A group shown as small has at least one person; a withheld one at least five.
  const least = (value: ProtectedCount | null): number => (value === 'under-5' ? 1 : value === 'withheld' ? smallestGroup : (value ?? 0));
  const rest = total === null ? 0 : Math.max(0, total - keys.reduce((sum, key) => sum + least(parts[key]), 0));
  let missing = rest;
  let isAnySmall = isSmall(rest);
  for (const key of keys) {
    const value = parts[key];
    if (value === null) continue;
    if (value === 'under-5' || (typeof value === 'number' && isSmall(value))) {
      result[key] = 'under-5';
      isAnySmall = true;
      missing += least(value);
    } else if (value === 'withheld') missing += smallestGroup;
  }
  while (isAnySmall && (missing < smallestGroup || (total !== null && isCertain(Object.values(result), missing)))) {
    const shown = keys.flatMap((key) => {
      const value = result[key];
      return typeof value === 'number' && value > 0 ? [{ key, value }] : [];
    });
    const smallest = shown.reduce<(typeof shown)[number] | null>((best, each) => (best && best.value <= each.value ? best : each), null);
    if (smallest) {
      result[smallest.key] = 'withheld';
      missing += smallest.value;
      continue;
    }
    // With the total known, even ranges reveal the numbers and the empty parts: nothing of this total is shown.
    if (total !== null) for (const key of keys) if (result[key] !== null) result[key] = 'withheld';
    break;
  }
  return result;
}

/** Whether the people missing from a whole can be shared out among the words in one way only: each as few as its word allows, or as many. */
function isCertain(values: (ProtectedCount | null)[], missing: number): boolean {
  const small = values.filter((value) => value === 'under-5').length;
  const withheld = values.filter((value) => value === 'withheld').length;
  const isAtMost = withheld === 0 && missing === small * (smallestGroup - 1);
  return missing === small + withheld * smallestGroup || isAtMost;
}

/** Whether a share of so many workers speaks of a small group, or leaves one: then it is not shown. Unknown heads hide nothing. */
export function shareSays(share: number, workers: number | null | undefined): 'shown' | 'under-5' | 'withheld' {
  if (workers === null || workers === undefined) return 'shown';
  const people = Math.round(share * workers);
  if (isSmall(people)) return 'under-5';
  return isSmall(workers - people) ? 'withheld' : 'shown';
}
