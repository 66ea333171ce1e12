import type { LenderBlock, LenderReport } from '~/documents/frozen-documents/lender-report/schema';

type Sheet = { name: string; table: { head: string[]; rows: (string | number | null)[][] } };

/**
 * What a report prints as sheets of a workbook, one a part, in the language of the report: each table with its heads, each list and paragraph as lines of
 * text. Nothing of the report is left out.
 */
export function documentSheets({ document }: Pick<LenderReport, 'document'>): Sheet[] {
  return [
    sheet('cover', [document.title, document.subtitle], document.cover),
    ...document.parts.map(({ key, title, blocks }) => sheet(key, [title], blocks)),
  ];
}

/** The head is as wide as the widest row: a workbook gives a width to the columns of the head. */
function sheet(name: string, titles: string[], blocks: readonly LenderBlock[]): Sheet {
  const rows = blocks.flatMap(rowsOf);
  const widest = Math.max(titles.length, ...rows.map(({ length }) => length));
  return { name, table: { head: [...titles, ...Array<string>(widest - titles.length).fill('')], rows } };
}

function rowsOf(block: LenderBlock): string[][] {
  switch (block.kind) {
    case 'heading':
      return [[], [block.text]];
    case 'paragraph':
      return [[block.text]];
    case 'list':
      return block.items.map(({ lead, text }) => (text ? [lead, text] : [lead]));
    case 'pairs':
      return block.rows;
    case 'table':
      return [block.columns.map(({ label }) => label), ...block.rows.map((row) => row.map(wordsOf))];
  }
}

type Cell = Extract<LenderBlock, { kind: 'table' }>['rows'][number][number];

function wordsOf(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  return cell.note ? `${cell.text}\n${cell.note}` : cell.text;
}
