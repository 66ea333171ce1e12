import { onlyGuesses, type Recognition } from '~/suppliers/classification/term-key';
import { cleanCountryAs } from './clean/country.server';
import { evidenceColumns } from './clean/country-evidence/evidence.server';
import { splitCountry } from './clean/country-of-address.server';
import { cleanDate } from './clean/date';
import { cleanDuns, cleanLei, cleanOsId, cleanPublicId, cleanRegistration, cleanTaxNumber, cleanTierAs } from './clean/identifiers';
import { cleanEmail } from './clean/contact';
import { cleanSector } from './clean/sector.server';
import { cleanCurrency, cleanSpend } from './clean/spend';
import { cleanText } from './clean/text';
import { cleanYear } from './clean/year';
import type { Mapping } from './fields';
import { type Habits, learnHabits } from './habits';
import type { Problem } from './problems';
import { type CellChange, type ImportRecord, importRecordSchema, type ListedContact } from './record';
import { type RecognisedTerm, recogniseRow } from './recognise-row.server';
import { type ColumnEdits, type ColumnFixes, indexRepairs, noRepairs, type Repairs } from './repairs';
import { readOrder } from './read-order.server';
import { readPlain } from './read-plain.server';
import { crowdedPoints } from './crowded-points';
import { readPlace, readPoint } from './read-place.server';
import { readRowCells } from './row-cells.server';
import { RowReading } from './row-reading.server';
import { sayMissing, sayRepeated, sayTwice } from './row-remarks.server';
import { readTiers } from './tier-rows.server';

export type RowStatus = 'valid' | 'warned' | 'invalid';
export type ValidatedRow = {
  rowNumber: number;
  status: RowStatus;
  record: ImportRecord | null;
  problems: Problem[];
  changes: CellChange[];
  /** Words that name a sector or a listed good as a guess, as decided, or not at all. */
  terms: RecognisedTerm[];
};
type SourceRow = { rowNumber: number; cells: readonly string[] };
type Table = { header: readonly string[]; rows: readonly SourceRow[]; problems: readonly Problem[] };

/** What validating needs to know besides the table. */
export type ValidationContext = {
  repairs?: Repairs;
  /** Folded names of the organization's suppliers: a list of names is split along them. */
  knownNames?: Iterable<string>;
  /** Identifier → name of who is known by it: whom rows without a name may speak of. */
  references?: ReadonlyMap<string, string>;
  /** How sectors and listed goods are read from words; without it the likeliest are guessed. */
  recognition?: Recognition;
};

type ReadMapping = Pick<Mapping, 'columns' | 'defaults'> & Partial<Mapping>;
type Reader = {
  table: Table;
  mapping: ReadMapping;
  habits: Habits;
  fixes: ColumnFixes;
  edits: ColumnEdits;
  rows: Repairs['rows'];
  references: ReadonlyMap<string, string>;
  recognition: Recognition;
  earlier: Map<string, number>;
  said: ReadonlyMap<number, Problem[]>;
  /** Points of many addresses, and columns that say where a row is although no field is read from them. */
  crowded: ReadonlyMap<string, number>;
  evidence: ReturnType<typeof evidenceColumns>;
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
  const habits = learnHabits(table.rows, mapping, repairs.habits, context.knownNames ?? [], table.header);
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
    recognition: context.recognition ?? onlyGuesses,
    earlier: new Map(),
    said,
    crowded: crowdedPoints(table.rows, mapping.columns),
    evidence: evidenceColumns(table.header, mapping.columns),
  };
  return { habits, row: (row: SourceRow) => validateRow(row, reader) };
}

function validateRow(row: SourceRow, reader: Reader): ValidatedRow {
  const { mapping, habits, table } = reader;
  const cells = readRowCells(row, { ...reader, header: table.header, columns: mapping.columns });
  const read = new RowReading(row.rowNumber, reader, cells, [...(reader.said.get(row.rowNumber) ?? []), ...cells.problems]);

  const siteName = read.text('siteName');
  const written = read.text('supplierName') ?? siteName;
  const point = readPoint(read);
  const identifier = {
    publicId: read.one('publicId', cleanPublicId),
    osId: read.one('osId', cleanOsId),
    externalId: read.text('externalId'),
  };
  const tiers = readTiers(read, written, reader.recognition);
  const supplierName = written ?? tiers.own?.name ?? (mapping.shape === 'edges' ? nameOfReference(identifier, reader, read) : null);
  const products = read.list('product').flatMap((part) => cleanText(part, 200).value ?? []);
  const address = read.every('address', cleanText);
  const place = readPlace(read, row, { ...reader, point, address: address.join(', ') });
  // What else the row says of a place is of the first tier, which is not known here.
  if (tiers.own) Object.assign(place, { country: tiers.own.country, countryGuess: null });
  const { country } = place;
  const header = table.header[read.first('sector')?.column ?? -1] ?? '';
  const recognised = recogniseRow(
    read.one('sector', (cell, column) => cleanSector(cell, table.header[column], reader.recognition)),
    { products, country, mapping, recognition: reader.recognition, header },
    read,
  );
  const [customer = null, ...otherCustomers] = read.linked('customer');
  const draft = {
    ...readPlain(read),
    supplierName,
    siteName: siteName ?? (written === null ? null : supplierName),
    ...identifier,
    ...place,
    address: address.length > 0 ? address.join(', ') : null,
    sector: recognised.sector,
    sectorGuess: recognised.sectorGuess,
    products: products.length > 0 ? products : mapping.defaults.product ? [mapping.defaults.product] : [],
    listedGoods: recognised.listedGoods,
    subcontractors: read.list('subcontractors'),
    labourProviders: read.list('labourProviders'),
    group: read.text('group'),
    producer: readFactory(read, country),
    destination: readDestinations(read, reader.recognition),
    customer,
    otherCustomers,
    supplyShare: otherCustomers.length > 0 ? null : read.share('supplyShare'),
    year: read.one('year', cleanYear),
    order: readOrder(read, cells.cellsOf, { habits, defaults: mapping.defaults }),
    tier: tiers.own?.tier ?? read.one('tier', (cell) => cleanTierAs(cell, reader.recognition)),
    upstream: tiers.upstream,
    lei: read.one('lei', cleanLei),
    duns: read.one('duns', cleanDuns),
    registration: read.one('registration', (cell) => cleanRegistration(cell, country)),
    taxNumber: read.one('taxNumber', (cell) => cleanTaxNumber(cell, country)),
    annualSpend: readSpend(read, reader),
    contact: readContact(read),
    asOf: read.one('asOf', (cell, column) => cleanDate(cell, habits.dates.get(column) ?? { order: null })),
  };
  sayMissing(row, draft, reader, read);
  const parsed = importRecordSchema.safeParse(draft);
  if (parsed.success) sayTwice(parsed.data, row.rowNumber, reader.earlier, read);
  else if (row.cells.some((cell) => cell !== '')) sayRepeated(row.cells.join('\u001f'), row.rowNumber, reader.earlier, read);
  const isInvalid = !parsed.success || read.problems.some(({ severity }) => severity === 'error');
  return {
    rowNumber: row.rowNumber,
    status: isInvalid ? 'invalid' : read.problems.length > 0 ? 'warned' : 'valid',
    record: isInvalid ? null : parsed.data,
    problems: read.problems,
    changes: cells.changes,
    terms: recognised.terms,
  };
}

/** What is bought from the row's supplier; in the currency of the cell, of a column of currencies, of the header or of all rows. */
function readSpend(read: RowReading, { table, mapping, habits }: Reader): string | null {
  const currency = read.one('currency', cleanCurrency);
  const year = mapping.shape === 'edges' ? null : read.one('year', cleanYear);
  return read.one('annualSpend', (cell, column) =>
    cleanSpend(cell, {
      habit: habits.numbers.get(column) ?? { decimal: '.', isSure: false },
      header: table.header[column] ?? '',
      currency,
      fallback: mapping.defaults.currency ?? null,
      year,
    }),
  );
}

/** The person that a row names at its supplier; null where it names none. */
function readContact(read: RowReading): ListedContact | null {
  const contact = {
    name: read.text('contactName', 200),
    role: read.text('contactRole', 100),
    email: read.one('contactEmail', cleanEmail),
    phone: read.text('contactPhone', 50),
  };
  return contact.name === null && contact.email === null && contact.phone === null ? null : contact;
}

/** The factory of another company that a row names; its country is at the end of its name, or that of the row where the place of the row is the factory's. */
function readFactory(read: RowReading, country: string | null): ImportRecord['producer'] {
  const here = read.text('producerHere');
  const named = here ?? read.text('producer');
  if (named === null) return null;
  const factory = splitCountry(named);
  return here === null ? { ...factory, isHere: false } : { ...factory, country: country ?? factory.country, isHere: true };
}

/** The countries of delivery in the row's cell, one or a list of them; what is no country is noted. */
function readDestinations(read: RowReading, recognition: Recognition): string[] {
  const cell = read.first('destination');
  if (!cell) return [];
  const whole = cleanCountryAs(cell.text, recognition);
  if (whole.value !== null || whole.problems.length === 0) return whole.value === null ? [] : [whole.value];
  const parts = cell.text.split(/[;|,/\n]/).map((part) => cleanCountryAs(part.trim(), recognition));
  for (const { problems } of parts)
    read.note(
      'destination',
      cell,
      problems.map((problem) => ({ ...problem, severity: 'warning' })),
    );
  return [...new Set(parts.flatMap(({ value }) => value ?? []))];
}

/** The name of the party that a row references by number; an unknown number excludes the row, with a problem. */
function nameOfReference(
  ids: { publicId: string | null; osId: string | null; externalId: string | null },
  { references }: Reader,
  read: RowReading,
): string | null {
  for (const field of ['publicId', 'osId', 'externalId'] as const) {
    const id = ids[field];
    if (id === null) continue;
    const name = references.get(id);
    if (name !== undefined) return name;
    read.note(field, read.first(field), [{ code: 'unknown-reference', params: { value: id }, severity: 'error' }]);
    return null;
  }
  return null;
}
