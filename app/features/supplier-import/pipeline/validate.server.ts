import { foldText } from '~/features/party/name-key';
import { cleanDegrees, cleanPair } from './clean/coordinates';
import { cleanCountry } from './clean/country.server';
import { cleanDate, type DateHabit, learnDateHabit } from './clean/date';
import { cleanDuns, cleanLei, cleanOsId, cleanPublicId, cleanRegistration, cleanTier } from './clean/identifiers';
import { splitNames } from './clean/names';
import { cleanCount, learnNumberHabit, type NumberHabit } from './clean/number';
import { cleanSector, sectorOfProduct } from './clean/sector.server';
import { cleanShare, learnShareHabit, type ShareHabit } from './clean/share';
import { cleanText, isFormula } from './clean/text';
import type { Field, Mapping } from './fields';
import type { CellProblem, Cleaned, Problem } from './problems';
import { type CellChange, type ImportRecord, importRecordSchema } from './record';
import { repairGarbled } from './repair-garbled.server';

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

type Habits = { workers: NumberHabit; shares: Map<number, ShareHabit>; dates: DateHabit; known: ReadonlySet<string> };
type Cell = { column: number; header: string; raw: string; text: string };

/**
 * Cleans every row by the mapping and says everything that is wrong with it; one problem never hides the next.
 * Habits (decimal sign, percent, day or month first) are learned from whole columns before a cell is read.
 * @param knownNames folded names the organization already holds: a subcontractor list is cut along them
 */
export function validateTable(table: Table, mapping: Mapping, knownNames: Iterable<string> = []): ValidatedRow[] {
  const habits = learnHabits(table, mapping, knownNames);
  const earlier = new Map<string, number>();
  const tableProblems = new Map<number, Problem[]>();
  for (const problem of table.problems) {
    if (problem.row !== null) tableProblems.set(problem.row, [...(tableProblems.get(problem.row) ?? []), problem]);
  }
  return table.rows.map((row) => validateRow(row, { table, mapping, habits, earlier, said: tableProblems.get(row.rowNumber) ?? [] }));
}

function learnHabits(table: Table, mapping: Mapping, knownNames: Iterable<string>): Habits {
  const column = (at: number) => table.rows.map(({ cells }) => cells[at] ?? '');
  const of = (...wanted: Field[]) => mapping.columns.flatMap((field, at) => (wanted.includes(field) ? [at] : []));
  const own = learnNumberHabit(of('workers').flatMap(column));
  const shares = new Map(of('femaleShare', 'migrantShare', 'agencyShare').map((at) => [at, learnShareHabit(column(at))]));
  // A column of workers alone may not tell; the other numbers of the file do.
  const others = [...shares.values()].map(({ numbers }) => numbers).find(({ isSure }) => isSure);
  const known = new Set(knownNames);
  for (const name of of('supplierName', 'siteName').flatMap(column)) known.add(foldText(name));
  return { workers: own.isSure ? own : (others ?? own), shares, dates: learnDateHabit(of('asOf').flatMap(column)), known };
}

type Context = { table: Table; mapping: Mapping; habits: Habits; earlier: Map<string, number>; said: readonly Problem[] };

function validateRow(row: SourceRow, context: Context): ValidatedRow {
  const { mapping, habits, table } = context;
  const problems: Problem[] = [...context.said];
  const changes: CellChange[] = [];
  const cellsOf = new Map<Field, Cell[]>();
  mapping.columns.forEach((field, column) => {
    const raw = row.cells[column] ?? '';
    if (field === 'ignore' || raw === '') return;
    const cell: Cell = { column, header: table.header[column] ?? '', raw, text: raw };
    const say = (code: Problem['code'], params: Problem['params']) =>
      problems.push({ row: row.rowNumber, column: cell.header, field, code, params, severity: 'warning' });
    const repaired = repairGarbled(raw);
    if (repaired !== null) {
      say('garbled-text', { value: raw, readAs: repaired });
      cell.text = repaired;
    }
    if (raw.includes('\ufffd')) say('undecodable-text', { value: raw });
    if (isFormula(raw)) say('formula', { value: raw });
    cellsOf.set(field, [...(cellsOf.get(field) ?? []), cell]);
  });

  const note = (field: Field, cell: Cell | undefined, found: readonly CellProblem[]) => {
    for (const problem of found) problems.push({ row: row.rowNumber, column: cell?.header ?? null, field, ...problem });
  };
  const one = <T extends string | number>(
    field: Field & keyof ImportRecord,
    cleaner: (cell: string, column: number) => Cleaned<T>,
  ): T | null => {
    const cell = cellsOf.get(field)?.[0];
    if (!cell) return null;
    const cleaned = cleaner(cell.text, cell.column);
    note(field, cell, cleaned.problems);
    if (cleaned.value !== null && String(cleaned.value) !== cell.raw)
      changes.push({ field, before: cell.raw, after: String(cleaned.value) });
    return cleaned.value;
  };
  const joined = (field: 'address'): string | null => {
    const parts = (cellsOf.get(field) ?? []).flatMap((cell) => {
      const cleaned = cleanText(cell.text);
      note(field, cell, cleaned.problems);
      return cleaned.value ?? [];
    });
    return parts.length > 0 ? parts.join(', ') : null;
  };
  const list = (field: 'subcontractors' | 'labourProviders'): string[] =>
    (cellsOf.get(field) ?? []).flatMap((cell) => {
      const names = splitNames(cell.text, habits.known);
      if (names.join(', ') !== cell.raw) changes.push({ field, before: cell.raw, after: names.join(' | ') });
      return names;
    });
  const shareOf = (field: 'femaleShare' | 'migrantShare' | 'agencyShare') =>
    one(field, (cell, column) => cleanShare(cell, habits.shares.get(column) ?? learnShareHabit([cell])));

  const siteName = one('siteName', (cell) => cleanText(cell));
  const supplierName = one('supplierName', (cell) => cleanText(cell)) ?? siteName;
  const pair = cleanPair(
    one('lat', (cell) => cleanDegrees(cell, 'lat')),
    one('lng', (cell) => cleanDegrees(cell, 'lng')),
  );
  note('lat', cellsOf.get('lat')?.[0] ?? cellsOf.get('lng')?.[0], pair.problems);
  const country = one('country', cleanCountry) ?? (cellsOf.has('country') ? null : (mapping.defaults.country ?? null));
  const products = (cellsOf.get('product') ?? []).flatMap(({ text }) =>
    text.split(/[|;]/).flatMap((part) => cleanText(part, 200).value ?? []),
  );
  let sector = one('sector', (cell, column) => cleanSector(cell, table.header[column]));
  if (sector === null) {
    const product = products.find((name) => sectorOfProduct(name) !== null);
    const sectorCell = cellsOf.get('sector')?.[0];
    if (product !== undefined) {
      sector = sectorOfProduct(product);
      note('sector', sectorCell ?? cellsOf.get('product')?.[0], [
        { code: 'sector-from-product', params: { sector: sector ?? '', product }, severity: 'warning' },
      ]);
    } else if (mapping.defaults.sector) {
      sector = mapping.defaults.sector;
      if (sectorCell) note('sector', sectorCell, [{ code: 'sector-from-default', params: { sector }, severity: 'warning' }]);
    }
  }
  const draft = {
    supplierName,
    siteName: siteName ?? supplierName,
    publicId: one('publicId', cleanPublicId),
    osId: one('osId', cleanOsId),
    externalId: one('externalId', (cell) => cleanText(cell)),
    country,
    address: joined('address'),
    city: one('city', (cell) => cleanText(cell)),
    region: one('region', (cell) => cleanText(cell)),
    postalCode: one('postalCode', (cell) => cleanText(cell, 50)),
    lat: pair.lat,
    lng: pair.lng,
    sector,
    products: products.length > 0 ? products : mapping.defaults.product ? [mapping.defaults.product] : [],
    workers: one('workers', (cell) => cleanCount(cell, habits.workers)),
    femaleShare: shareOf('femaleShare'),
    migrantShare: shareOf('migrantShare'),
    agencyShare: shareOf('agencyShare'),
    subcontractors: list('subcontractors'),
    labourProviders: list('labourProviders'),
    parentCompany: one('parentCompany', (cell) => cleanText(cell)),
    tier: one('tier', cleanTier),
    lei: one('lei', cleanLei),
    duns: one('duns', cleanDuns),
    registration: one('registration', (cell) => cleanRegistration(cell, country)),
    supplierType: one('supplierType', (cell) => cleanText(cell)),
    asOf: one('asOf', (cell) => cleanDate(cell, habits.dates)),
  };

  const filled = row.cells.filter((cell) => cell !== '').length;
  const isNote =
    filled === 1 &&
    table.header.length > 2 &&
    /^(total|sum|source|note|data as of|copyright|©|\*|page )/i.test(row.cells.find((cell) => cell !== '') ?? '');
  if (isNote) note('supplierName', undefined, [{ code: 'note-row', params: {}, severity: 'error' }]);
  else if (
    supplierName === null &&
    !problems.some(({ code, field }) => code === 'text-too-long' && (field === 'supplierName' || field === 'siteName'))
  ) {
    note('supplierName', undefined, [{ code: 'missing-name', params: {}, severity: 'error' }]);
  }
  if (!isNote && country === null && !problems.some(({ code }) => code === 'unknown-country'))
    note('country', undefined, [{ code: 'missing-country', params: {}, severity: 'warning' }]);
  const parsed = importRecordSchema.safeParse(draft);
  if (parsed.success) sayTwice(parsed.data, row.rowNumber, context.earlier, note);
  const isInvalid = !parsed.success || problems.some(({ severity }) => severity === 'error');
  return {
    rowNumber: row.rowNumber,
    status: isInvalid ? 'invalid' : problems.length > 0 ? 'warned' : 'valid',
    record: isInvalid ? null : parsed.data,
    problems,
    changes,
  };
}

/** Says where the same content stood before, and where a row names itself as its own subcontractor. */
function sayTwice(
  record: ImportRecord,
  rowNumber: number,
  earlier: Map<string, number>,
  note: (field: Field, cell: undefined, found: CellProblem[]) => void,
): void {
  const content = JSON.stringify(record).toLowerCase();
  const first = earlier.get(content);
  if (first === undefined) earlier.set(content, rowNumber);
  else note('supplierName', undefined, [{ code: 'duplicate-row', params: { first }, severity: 'warning' }]);
  const self = foldText(record.supplierName);
  for (const name of record.subcontractors) {
    if (foldText(name) === self)
      note('subcontractors', undefined, [{ code: 'names-itself', params: { value: name }, severity: 'warning' }]);
  }
}
