import type { LenderBlock } from '~/documents/frozen-documents/lender-report/schema';
import { formatNumber } from '~/ui/format';

type Table = Extract<LenderBlock, { kind: 'table' }>;

/** Parts with a table whose last column says how each row fares. */
const ratedParts: ReadonlySet<string> = new Set(['chain', 'plan', 'covenants']);

/** Longer paragraphs say more than what a part amounts to. */
const longest = 160;

/**
 * What a part of a report amounts to, in a line: its strong sentences; else the sums of tables of counts, how rows fare, and how many items are listed under
 * which heading; else its first short sentence. What is overdue, breached or not met is thus said without opening the part.
 */
export function partStatus({ key, blocks }: { key: string; blocks: readonly LenderBlock[] }): string {
  const strong = blocks.flatMap((block) => (block.kind === 'paragraph' && block.isStrong ? [block.text] : []));
  if (strong.length > 0) return strong.join(' ');
  const counts = new Map<string, number>();
  const add = (label: string, count: number) => count > 0 && counts.set(label, (counts.get(label) ?? 0) + count);
  const found: string[] = [];
  let heading = '';
  for (const block of blocks) {
    if (block.kind === 'heading') heading = block.text;
    if (block.kind === 'list' && heading !== '') add(heading, block.items.length);
    if (block.kind !== 'table') continue;
    if (isOfNumbers(block)) for (const [label, sum] of sumsOf(block)) add(label, sum);
    else if (ratedParts.has(key)) found.push(...ratingsOf(block));
    else add(block.title, block.rows.length);
  }
  found.push(...[...counts].map(([label, count]) => `${label}: ${formatNumber(count)}`));
  if (found.length > 0) return found.join(' · ');
  return blocks.flatMap((block) => (block.kind === 'paragraph' && block.text.length <= longest ? [block.text] : []))[0] ?? '';
}

/** Whether everything beside the first column is a count, as formatted: shares, points and "5 of 12" are not added up. */
const isOfNumbers = ({ columns, rows }: Table) =>
  columns.slice(1).every(({ align }) => align === 'end') && rows.every((row) => row.slice(1).every((cell) => isWhole(textOf(cell))));

const isWhole = (text: string): boolean => /^\d{1,3}(?:[.,\s’]?\d{3})*$/u.test(text);

const sumsOf = ({ columns, rows }: Table): [string, number][] =>
  columns.slice(1).map(({ label }, at) => [label, rows.reduce((sum, row) => sum + wholeOf(textOf(row[at + 1])), 0)]);

/** Each text of the last column, with its number of rows where there is more than one. */
function ratingsOf({ columns, rows }: Table): string[] {
  const texts = rows.map((row) => textOf(row[columns.length - 1]));
  return [...new Set(texts)].map((text) => {
    const count = texts.filter((each) => each === text).length;
    return count === 1 ? text : `${text}: ${formatNumber(count)}`;
  });
}

type Cell = Table['rows'][number][number];
const textOf = (cell: Cell | undefined): string => (cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text);
const wholeOf = (text: string): number => Number(text.replace(/\D/g, ''));
