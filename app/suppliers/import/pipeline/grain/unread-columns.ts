import type { Field } from '../fields';
import type { ProblemCode } from '../problems';
import type { ValidatedRow } from '../validate.server';

/** A column of which most values are not what its field contains: how many of how many, and the first of them. `column`: its 0-based position. */
export type UnreadColumn = { column: number; header: string; field: Field; unread: number; filled: number; samples: string[] };

/** Problems that leave a value unknown because it is not of its field. */
const unreadCodes: ReadonlySet<ProblemCode> = new Set([
  ...(['unknown-country', 'unknown-currency', 'not-a-number', 'not-whole', 'not-a-share', 'share-impossible', 'not-a-coordinate'] as const),
  ...(['coordinate-out-of-range', 'not-a-date', 'not-an-amount', 'bad-os-id', 'bad-public-id', 'bad-lei', 'bad-duns', 'bad-tier'] as const),
  ...(['bad-registration', 'bad-tax-number', 'bad-contact-email'] as const),
]);
/** Shorter columns are seen whole by a person. */
const fewest = 20;
const mostSamples = 3;
const longest = 60;

/** Collects, row by row, the columns whose values are mostly not what their field contains. Memory: a few numbers for each column. */
export function unreadColumns(header: readonly string[]) {
  const filled = header.map(() => 0);
  const found = new Map<number, UnreadColumn>();
  return {
    add({ problems }: Pick<ValidatedRow, 'problems'>, cells: readonly string[]): void {
      header.forEach((_, column) => {
        if (cells[column]?.trim()) filled[column] = (filled[column] ?? 0) + 1;
      });
      const counted = new Set<number>();
      for (const { code, column: named, field } of problems) {
        if (named === null || field === null) continue;
        const column = header.indexOf(named);
        if (column < 0 || !unreadCodes.has(code) || counted.has(column)) continue;
        counted.add(column);
        const held = found.get(column) ?? { column, header: named, field, unread: 0, filled: 0, samples: [] };
        held.unread += 1;
        const text = cells[column]?.trim().slice(0, longest);
        if (held.samples.length < mostSamples && text && !held.samples.includes(text)) held.samples.push(text);
        found.set(column, held);
      }
    },
    result: (): UnreadColumn[] =>
      [...found.values()]
        .map((each) => ({ ...each, filled: filled[each.column] ?? 0 }))
        .filter((each) => each.filled >= fewest && each.unread > each.filled / 2)
        .sort((a, b) => a.column - b.column),
  };
}
