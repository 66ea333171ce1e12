import { isWrittenKind, type OwnEdition, type OwnTableKind, tablesOfKind, type WrittenKind } from '#scoring';
import type { EditionTable } from './format';
import { formatOf } from './index';
import { likelierKind, missingFields } from './match-columns';
import type { Remark } from './remark';
import { readDeclared } from './readers/declared.server';
import { readGovernance } from './readers/governance.server';
import { readImportOrders } from './readers/import-orders.server';
import { readInformalEmployment } from './readers/informal-employment.server';
import { readListedEntities } from './readers/listed-entities.server';
import { readRatifications } from './readers/ratifications.server';
import { type Notes, openSheet, type Sheet, takeNotes } from './readers/reading.server';
import { readSlaveryIndex } from './readers/slavery-index.server';
import { readStateSponsored } from './readers/state-sponsored.server';
import { readTraffickingTiers } from './readers/trafficking-tiers.server';

const readers: Record<WrittenKind, (sheet: Sheet, notes: Notes) => OwnEdition['tables']> = {
  'trafficking-tiers': readTraffickingTiers,
  'state-sponsored': readStateSponsored,
  governance: readGovernance,
  'informal-employment': readInformalEmployment,
  'slavery-index': readSlaveryIndex,
  'listed-entities': readListedEntities,
  'import-orders': readImportOrders,
  ratifications: readRatifications,
};

export type ReadRows = { tables: OwnEdition['tables']; remarks: Remark[]; read: number; refused: number };
/** `year`: the year of the whole file, where its rows name none. */
export type ReadRowsOptions = { year?: number };

const mostRows = 20_000;
const searchedForHeader = 40;

/**
 * Rows of an edition from a publisher's file, with a remark on every row that was left out. Every row below the header is read or refused: `read` includes
 * rows set aside (older years, other breakdowns), whose number is in a remark. A file of another kind is refused as a whole, with the kind it resembles. Never
 * throws for a file's content.
 */
export function readEditionRows(kind: OwnTableKind, table: EditionTable, { year }: ReadRowsOptions = {}): ReadRows {
  const found = withHeader(kind, table);
  const missing = missingFields(kind, found.header);
  const likelier = likelierKind(kind, found.header);
  if (likelier !== null) return refuseAll(kind, found, [{ code: 'other-kind', row: null, column: null, value: likelier }]);
  if (missing.length > 0)
    return refuseAll(
      kind,
      table,
      missing.map((field) => ({ code: 'missing-column', row: null, column: plainHeader(kind, field), value: null })),
    );
  const notes = takeNotes();
  const sheet = openSheet(kind, found, year ?? null);
  const tables = isWrittenKind(kind) ? readers[kind](sheet, notes) : readDeclared(kind, sheet, notes);
  if (Object.values(tables).some((each) => each && each.rows.length > mostRows))
    return refuseAll(kind, found, [{ code: 'too-many-rows', row: null, column: null, value: String(mostRows) }]);
  const refused = notes.refusedRows();
  return { tables, remarks: notes.remarks, read: found.rows.length - refused, refused };
}

/** The table under its true header, where title rows hid it: the first row that has all columns of the kind, else of any kind. */
function withHeader(kind: OwnTableKind, table: EditionTable): EditionTable {
  const isHeader = (cells: readonly string[]) => missingFields(kind, cells).length === 0;
  const isOfAnother = (cells: readonly string[]) => likelierKind(kind, cells) !== null;
  if (isHeader(table.header) || isOfAnother(table.header)) return table;
  const top = table.rows.slice(0, searchedForHeader);
  const own = top.findIndex(({ cells }) => isHeader(cells));
  const at = own >= 0 ? own : top.findIndex(({ cells }) => isOfAnother(cells));
  return at < 0 ? table : { header: table.rows[at]?.cells ?? [], rows: table.rows.slice(at + 1) };
}

/** The table under its true header where it has all columns of a kind; null where it is none of the kind. */
export function asTableOf(kind: OwnTableKind, table: EditionTable): EditionTable | null {
  const found = withHeader(kind, table);
  return missingFields(kind, found.header).length === 0 && likelierKind(kind, found.header) === null ? found : null;
}

function refuseAll(kind: OwnTableKind, { rows }: EditionTable, remarks: Remark[]): ReadRows {
  const tables: OwnEdition['tables'] = {};
  for (const id of tablesOfKind(kind)) tables[id] = { rows: [], removed: [] };
  return { tables, remarks, read: 0, refused: rows.length };
}

/** The name of a column in the template. */
const plainHeader = (kind: OwnTableKind, field: string): string =>
  formatOf(kind).columns.find((column) => column.field === field)?.headers[0] ?? field;

/** A parsed file as a table that `readEditionRows` takes. */
export function editionTable(parsed: { header: readonly string[]; rows: readonly { rowNumber: number; cells: string[] }[] }): EditionTable {
  return { header: [...parsed.header], rows: parsed.rows.map(({ rowNumber, cells }) => ({ number: rowNumber, cells })) };
}
