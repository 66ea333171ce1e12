import type { LenderBlock } from '~/documents/frozen-documents/lender-report/schema';
import { formatNumber } from '~/ui/format';

type Table = Extract<LenderBlock, { kind: 'table' }>;

/** How many values of a column can be counted one by one. */
const mostValues = 4;

/**
 * What a part of a report amounts to, in a line: its strong sentences, else the sums of tables of numbers, how many rows have which status, and how many items
 * are listed under which heading. What is overdue or not met is thus said without opening the part.
 */
export function partStatus(blocks: readonly LenderBlock[]): string {
  const strong = blocks.flatMap((block) => (block.kind === 'paragraph' && block.isStrong ? [block.text] : []));
  if (strong.length > 0) return strong.join(' ');
  const counts = new Map<string, number>();
  const add = (label: string, count: number) => count > 0 && counts.set(label, (counts.get(label) ?? 0) + count);
  let heading = '';
  for (const block of blocks) {
    if (block.kind === 'heading') heading = block.text;
    if (block.kind === 'list' && heading !== '') add(heading, block.items.length);
    if (block.kind === 'table') for (const [label, count] of countsOf(block)) add(label, count);
  }
  return [...counts].map(([label, count]) => `${label}: ${formatNumber(count)}`).join(' · ');
}

function countsOf(table: Table): [string, number][] {
  const others = table.columns.slice(1);
  if (others.every(({ align }) => align === 'end'))
    return others.map(({ label }, at) => [label, table.rows.reduce((sum, row) => sum + wholeOf(textOf(row[at + 1])), 0)]);
  const values = table.rows.map((row) => textOf(row[table.columns.length - 1]));
  const distinct = [...new Set(values)];
  if (distinct.length > mostValues) return [[table.title, table.rows.length]];
  return distinct.map((value) => [value, values.filter((each) => each === value).length]);
}

type Cell = Table['rows'][number][number];
const textOf = (cell: Cell | undefined): string => (cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text);
const wholeOf = (text: string): number => Number(text.replace(/\D/g, ''));
