import { cleanDegrees, cleanPair } from './clean/coordinates';
import { cleanCountry } from './clean/country.server';
import { cleanDate } from './clean/date';
import { cleanDuns, cleanLei, cleanOsId, cleanPublicId, cleanRegistration, cleanTier } from './clean/identifiers';
import { splitByHabit } from './clean/list-habit';
import { cleanCount } from './clean/number';
import { cleanSector, sectorOfProduct } from './clean/sector.server';
import { cleanShare, learnShareHabit } from './clean/share';
import { cleanText } from './clean/text';
import { cleanYear } from './clean/year';
import type { Field, Mapping } from './fields';
import { type Habits, learnHabits } from './habits';
import type { Cleaned, Problem } from './problems';
import { type CellChange, type ImportRecord, importRecordSchema } from './record';
import { type ColumnEdits, type ColumnFixes, indexRepairs, noRepairs, type Repairs, settleCell } from './repairs';
import { type Cell, readRowCells } from './row-cells.server';
import { isNoteRow, type Note, sayRepeated, sayTwice } from './row-remarks.server';

export type RowStatus = 'valid' | 'warned' | 'invalid';
export type ValidatedRow = {
  rowNumber: number;
  status: RowStatus;
  record: ImportRecord | null;
  problems: Problem[];
  changes: CellChange[];
};
type SourceRow = { rowNumber: number; cells: readonly string[] };
type Table = { header: readonly string[]; rows: readonly SourceRow[]; problems: readonly Problem[] };

/** What validating needs to know besides the table. */
export type ValidationContext = {
  repairs?: Repairs;
  /** Folded names the organization already holds: a list of names is cut along them. */
  knownNames?: Iterable<string>;
  /** Identifier → name of who is known by it: whom rows without a name may speak of. */
  references?: ReadonlyMap<string, string>;
};

type ReadMapping = Pick<Mapping, 'columns' | 'defaults'> & Partial<Mapping>;
type Reader = {
  table: Table;
  mapping: ReadMapping;
  habits: Habits;
  fixes: ColumnFixes;
  edits: ColumnEdits;
  references: ReadonlyMap<string, string>;
  earlier: Map<string, number>;
  said: ReadonlyMap<number, Problem[]>;
};

/**
 * Cleans every row by the mapping and says everything that is wrong with it; one problem never hides the next.
 * Habits (decimal sign, percent, day or month first, what parts a list) are learned from whole columns before a cell is read.
 */
export function validateTable(table: Table, mapping: ReadMapping, context: ValidationContext = {}): ValidatedRow[] {
  const read = rowReader(table, mapping, context);
  return table.rows.map((row) => read.row(row));
}

/** The same, row by row: `row` must be asked in the order of the file. `habits` are what was learned of the columns. */
export function rowReader(table: Table, mapping: ReadMapping, context: ValidationContext = {}) {
  const repairs = context.repairs ?? noRepairs;
  const habits = learnHabits(table.rows, mapping, repairs.habits, context.knownNames ?? []);
  const said = new Map<number, Problem[]>();
  for (const problem of table.problems) {
    if (problem.row !== null) said.set(problem.row, [...(said.get(problem.row) ?? []), problem]);
  }
  const reader: Reader = {
    table,
    mapping,
    habits,
    ...indexRepairs(repairs),
    references: context.references ?? new Map(),
    earlier: new Map(),
    said,
  };
  return { habits, row: (row: SourceRow) => validateRow(row, reader) };
}

function validateRow(row: SourceRow, reader: Reader): ValidatedRow {
  const { mapping, habits, table, fixes } = reader;
  const read = readRowCells(row, { ...reader, header: table.header, columns: mapping.columns });
  const { cellsOf, changes } = read;
  const problems = [...(reader.said.get(row.rowNumber) ?? []), ...read.problems];
  const note: Note = (field, cell, found) => {
    for (const problem of found) problems.push({ row: row.rowNumber, column: cell?.header ?? null, field, ...problem });
  };
  const settle = <T extends string | number>(field: Field, cell: Cell, cleaner: (text: string, column: number) => Cleaned<T>): T | null => {
    const again = (text: string) => cleaner(text, cell.column);
    const { value, problems: found, fixed } = settleCell(again(cell.text), cell.text, fixes.get(cell.column), again);
    note(field, cell, found);
    const after = value === null ? '' : String(value);
    if ((value !== null && after !== cell.text) || fixed !== null)
      changes.push({ column: cell.column, field, reason: fixed === null ? 'cleaned' : 'fixed', before: cell.text, after });
    return value;
  };
  const one = <T extends string | number>(field: Field, cleaner: (text: string, column: number) => Cleaned<T>): T | null => {
    const cell = cellsOf.get(field)?.[0];
    return cell ? settle(field, cell, cleaner) : null;
  };
  const text = (field: Field, limit?: number) => one(field, (cell) => cleanText(cell, limit));
  const list = (field: Field): string[] =>
    (cellsOf.get(field) ?? []).flatMap((cell) => {
      const habit = habits.lists.get(cell.column) ?? { parts: 'marks', isSure: false };
      const names = splitByHabit(cell.text, habit, habits.known);
      if (names.length > 1) changes.push({ column: cell.column, field, reason: 'cleaned', before: cell.text, after: names.join(' | ') });
      return names;
    });
  const shareOf = (field: Field) => one(field, (cell, column) => cleanShare(cell, habits.shares.get(column) ?? learnShareHabit([cell])));

  const siteName = text('siteName');
  const written = text('supplierName') ?? siteName;
  const pair = cleanPair(
    one('lat', (cell) => cleanDegrees(cell, 'lat')),
    one('lng', (cell) => cleanDegrees(cell, 'lng')),
  );
  note('lat', cellsOf.get('lat')?.[0] ?? cellsOf.get('lng')?.[0], pair.problems);
  const identifier = { publicId: one('publicId', cleanPublicId), osId: one('osId', cleanOsId), externalId: text('externalId') };
  const supplierName = written ?? (mapping.shape === 'edges' ? nameOfReference(identifier, cellsOf, reader, note) : null);
  const country = one('country', cleanCountry) ?? (cellsOf.has('country') ? null : (mapping.defaults.country ?? null));
  const products = list('product').flatMap((part) => cleanText(part, 200).value ?? []);
  const address = (cellsOf.get('address') ?? []).flatMap((cell) => settle('address', cell, (part) => cleanText(part)) ?? []);
  const draft = {
    supplierName,
    siteName: siteName ?? (written === null ? null : supplierName),
    ...identifier,
    country,
    address: address.length > 0 ? address.join(', ') : null,
    city: text('city'),
    region: text('region'),
    postalCode: text('postalCode', 50),
    lat: pair.lat,
    lng: pair.lng,
    sector: sectorOf(
      one('sector', (cell, column) => cleanSector(cell, table.header[column])),
      products,
      { cellsOf, mapping, note },
    ),
    products: products.length > 0 ? products : mapping.defaults.product ? [mapping.defaults.product] : [],
    workers: one('workers', (cell, column) => cleanCount(cell, habits.numbers.get(column) ?? { decimal: '.', isSure: false })),
    femaleShare: shareOf('femaleShare'),
    migrantShare: shareOf('migrantShare'),
    agencyShare: shareOf('agencyShare'),
    subcontractors: list('subcontractors'),
    labourProviders: list('labourProviders'),
    parentCompany: text('parentCompany'),
    group: text('group'),
    customer: text('customer'),
    supplyShare: shareOf('supplyShare'),
    year: one('year', cleanYear),
    tier: one('tier', cleanTier),
    lei: one('lei', cleanLei),
    duns: one('duns', cleanDuns),
    registration: one('registration', (cell) => cleanRegistration(cell, country)),
    supplierType: text('supplierType'),
    asOf: one('asOf', (cell, column) => cleanDate(cell, habits.dates.get(column) ?? { order: null })),
  };
  sayMissing(row, draft, { mapping, table, problems, note });
  const parsed = importRecordSchema.safeParse(draft);
  if (parsed.success) sayTwice(parsed.data, row.rowNumber, reader.earlier, note);
  else if (row.cells.some((cell) => cell !== '')) sayRepeated(row.cells.join('\u001f'), row.rowNumber, reader.earlier, note);
  const isInvalid = !parsed.success || problems.some(({ severity }) => severity === 'error');
  return {
    rowNumber: row.rowNumber,
    status: isInvalid ? 'invalid' : problems.length > 0 ? 'warned' : 'valid',
    record: isInvalid ? null : parsed.data,
    problems,
    changes,
  };
}

type Read = { cellsOf: ReadonlyMap<Field, readonly Cell[]>; mapping: ReadMapping; note: Note };

/** The sector of the cell; else the one that makes a product of the row; else the one said for all rows. */
function sectorOf(read: string | null, products: readonly string[], { cellsOf, mapping, note }: Read): string | null {
  if (read !== null) return read;
  const product = products.find((name) => sectorOfProduct(name) !== null);
  const cell = cellsOf.get('sector')?.[0];
  if (product !== undefined) {
    const sector = sectorOfProduct(product);
    note('sector', cell ?? cellsOf.get('product')?.[0], [
      { code: 'sector-from-product', params: { sector: sector ?? '', product }, severity: 'warning' },
    ]);
    return sector;
  }
  const sector = mapping.defaults.sector ?? null;
  if (sector !== null && cell) note('sector', cell, [{ code: 'sector-from-default', params: { sector }, severity: 'warning' }]);
  return sector;
}

/** The name of whom a row speaks by number; a number nobody has leaves the row out, and says so. */
function nameOfReference(
  ids: { publicId: string | null; osId: string | null; externalId: string | null },
  cellsOf: ReadonlyMap<Field, readonly Cell[]>,
  { references }: Reader,
  note: Note,
): string | null {
  for (const field of ['publicId', 'osId', 'externalId'] as const) {
    const id = ids[field];
    if (id === null) continue;
    const name = references.get(id);
    if (name !== undefined) return name;
    note(field, cellsOf.get(field)?.[0], [{ code: 'unknown-reference', params: { value: id }, severity: 'error' }]);
    return null;
  }
  return null;
}

/** Says that the row is a note, or has no name, no country, or of a link no other end. */
function sayMissing(
  row: SourceRow,
  draft: { supplierName: string | null; country: string | null; customer: string | null },
  { mapping, table, problems, note }: { mapping: ReadMapping; table: Table; problems: readonly Problem[]; note: Note },
): void {
  if (isNoteRow(row.cells, table.header.length)) {
    note('supplierName', undefined, [{ code: 'note-row', params: {}, severity: 'error' }]);
    return;
  }
  const has = (...codes: Problem['code'][]) => problems.some(({ code }) => codes.includes(code));
  const isLongName = problems.some(({ code, field }) => code === 'text-too-long' && (field === 'supplierName' || field === 'siteName'));
  if (draft.supplierName === null && !isLongName && !has('unknown-reference'))
    note('supplierName', undefined, [{ code: 'missing-name', params: {}, severity: 'error' }]);
  if (mapping.shape === 'edges') {
    if (draft.customer === null) note('customer', undefined, [{ code: 'missing-customer', params: {}, severity: 'error' }]);
  } else if (draft.country === null && !has('unknown-country'))
    note('country', undefined, [{ code: 'missing-country', params: {}, severity: 'warning' }]);
}
