import {
  columnLetter,
  droppedReason,
  type DroppedReason,
  type Field,
  fieldOfHeader,
  foldHeader,
  mayRepeat,
  type SampleKind,
} from './columns';
import { keepCell } from './keep-cell';
import { mostColumns, mostRows, type SampleFileRead, type StagedTable, unreadCell } from './staged-table';

export type GridRow = { rowNumber: number; cells: readonly string[] };
type Column = { at: number; field: Field | null; dropped: DroppedReason | 'text' | 'empty' | null };

/** Rows above the header: titles, the name of the site, the month. */
const searchedRows = 40;
/** Fewer columns named by a number are no days of a month. */
const leastDays = 5;

/**
 * A table without anything that is about a person: worker codes are replaced by `codeOf`, columns of names, contacts and identity numbers are dropped, and of
 * every other cell only figures are kept (`keep-cell`). Runs in a reader process, on each sheet.
 */
export function reduceTable(
  rows: readonly GridRow[],
  { kind, codeOf, codeColumn }: { kind: SampleKind; codeOf: (text: string) => string; codeColumn: number | null },
): SampleFileRead {
  const headerAt = findHeader(rows, kind);
  const header = rows[headerAt];
  if (!header) return { kind: 'refused', code: 'no-header' };
  const body = rows.slice(headerAt + 1);
  if (body.length > mostRows) return { kind: 'refused', code: 'too-many-rows' };
  const columns = columnsOf(header.cells.slice(0, mostColumns), kind);
  const source = chooseCode(header.cells, columns, codeColumn);
  if (!source) return { kind: 'refused', code: 'no-code' };
  const kept = columns.filter(({ at, field, dropped }) => at !== source.at && field !== 'code' && dropped === null);
  const staged: StagedTable['rows'] = [];
  const withoutCode: number[] = [];
  for (const { rowNumber, cells } of body) {
    const worker = (cells[source.at] ?? '').trim();
    if (/^(sub ?|grand )?total/i.test(worker)) continue;
    const values = kept.map(({ at, field }) => keepCell(cells[at] ?? '', optionsOf(field)));
    if (!values.some((value) => value !== '' && value !== unreadCell)) continue;
    if (worker === '') {
      if (withoutCode.length < 200) withoutCode.push(rowNumber);
    } else staged.push([rowNumber, codeOf(worker), values]);
  }
  if (staged.length === 0) return { kind: 'refused', code: 'no-rows' };
  return {
    kind: 'read',
    table: {
      ...withoutTexts(
        kept,
        staged,
        columns.map((column) => markCode(column, source)),
      ),
      codesFrom: source.from,
      sheet: null,
      headerRow: header.rowNumber,
      withoutCode,
    },
  };
}

/** The row that names most columns, and two at least; figures of data read like days of a month, so days decide between equals only. -1 where there is none. */
export function findHeader(rows: readonly GridRow[], kind: SampleKind): number {
  const named = rows.slice(0, searchedRows).map(({ cells }) => {
    const texts = cells.slice(0, mostColumns);
    const fields = new Set(texts.flatMap((cell) => fieldOfHeader(cell, kind) ?? []));
    const days = [...fields].filter((field) => field.startsWith('day ')).length;
    const words = fields.size - days + texts.filter((cell) => droppedReason(cell) !== null).length;
    return words === 0 || words + days < 2 ? 0 : words * 1000 + days;
  });
  const most = Math.max(0, ...named);
  return most > 0 ? named.indexOf(most) : -1;
}

function columnsOf(header: readonly string[], kind: SampleKind): Column[] {
  const taken = new Set<Field>();
  const fields = header.map((cell) => fieldOfHeader(cell, kind));
  const days = fields.filter((field) => field?.startsWith('day ')).length;
  return header.map((cell, at) => {
    const found = fields[at] ?? null;
    const isFree =
      found !== null && (mayRepeat(found) || found === 'code' || !taken.has(found)) && (!found.startsWith('day ') || days >= leastDays);
    const field = isFree ? found : null;
    if (field !== null) taken.add(field);
    return { at, field, dropped: field === null ? droppedReason(cell) : null };
  });
}

/** The column of worker codes: the chosen one, else the one whose header says code or number, else names, of which only the codes are kept. */
function chooseCode(
  header: readonly string[],
  columns: readonly Column[],
  chosen: number | null,
): { at: number; from: StagedTable['codesFrom'] } | null {
  if (chosen !== null) return chosen < header.length ? { at: chosen, from: 'chosen' } : null;
  const codes = columns.filter(({ field }) => field === 'code');
  const clear = codes.find(({ at }) =>
    /\b(id|code|no|nr|num|number|numero|codigo|matricule|card|badge|token|legajo|ficha|nik)\b/.test(foldHeader(header[at] ?? '')),
  );
  const code = clear ?? codes[0];
  if (code) return { at: code.at, from: 'code' };
  const name = columns.find(({ dropped }) => dropped === 'name');
  return name ? { at: name.at, from: 'name' } : null;
}

const amounts: ReadonlySet<string> = new Set(['basic', 'piece', 'overtimePay', 'allowances', 'gross', 'net']);
const isAmount = (field: Field | null): boolean => field !== null && (amounts.has(field) || field.startsWith('deduction-'));
/** An amount in a small currency has up to ten digits; a column of unknown meaning keeps short figures only. */
function optionsOf(field: Field | null): { mostDigits: number; isCurrency: boolean } {
  return { mostDigits: isAmount(field) ? 12 : field === null ? 6 : 8, isCurrency: field === 'currency' };
}

/** Columns that are empty, or mostly text, are dropped as a whole. */
function withoutTexts(kept: readonly Column[], rows: StagedTable['rows'], all: readonly Column[]): Pick<StagedTable, 'columns' | 'rows'> {
  const dropped = new Map<number, 'text' | 'empty'>();
  kept.forEach((column, index) => {
    const filled = rows.filter(([, , cells]) => cells[index] !== '');
    const unread = filled.filter(([, , cells]) => cells[index] === unreadCell).length;
    if (filled.length === 0) dropped.set(column.at, 'empty');
    else if (column.field === null && unread > filled.length / 4) dropped.set(column.at, 'text');
  });
  const stays = kept.map(({ at }) => !dropped.has(at));
  return {
    columns: all.map(({ at, field, dropped: reason }) => ({
      letter: columnLetter(at),
      field: dropped.has(at) ? null : field,
      dropped: reason ?? dropped.get(at) ?? null,
    })),
    rows: rows.map(([row, code, cells]) => [row, code, cells.filter((_, index) => stays[index])]),
  };
}

/** Codes are in each row, so that nothing of their column is kept in another way. A further column of workers may be one of names. */
function markCode(column: Column, source: { at: number; from: StagedTable['codesFrom'] }): Column {
  if (column.at === source.at) return { at: column.at, field: 'code', dropped: source.from === 'name' ? 'name' : null };
  return column.field === 'code' ? { at: column.at, field: null, dropped: 'name' } : column;
}
