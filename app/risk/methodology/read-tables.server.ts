import {
  isReferenceTable,
  recordsOf,
  type ReferenceTable,
  type ReferenceTableId,
  referenceTableIds,
  rules,
  supplements,
  tableDefinition,
  tableTitle,
  vintagesOf,
} from '#scoring';
import { getLocale } from '~/paraglide/runtime';
import { listSupplements, type ShownSupplement } from './read-rules.server';

export const rowsOnPage = 100;

/** What a list of tables says of one vintage. `unconfirmed` is the share of rows that were not read in a source. */
export type TableSummary = {
  id: ReferenceTableId;
  vintage: string;
  title: string;
  producer: string;
  licence: string;
  rows: number;
  unconfirmed: number;
  ageMonths: number | null;
};

/** The vintage in force of every table on a day. */
export function listTables(asOf: string): TableSummary[] {
  return referenceTableIds.flatMap((id) => {
    const table = tableInForce(id, asOf);
    return table ? [summarize(id, table, asOf)] : [];
  });
}

/** The tables in force on a day for a list of contents: the short name of each, and the title of its publication. */
export function listTableNames(asOf: string): { id: ReferenceTableId; name: string; title: string }[] {
  return listTables(asOf).map(({ id, title }) => ({ id, name: tableTitle(id, getLocale()), title }));
}

/** The table that an address names; null for one that is not registered. */
export const requestedTable = (id = ''): ReferenceTableId | null => (isReferenceTable(id) ? id : null);

/** The edition of a table in force on a day; undefined before the first. */
export function tableInForce(id: ReferenceTableId, asOf: string): ReferenceTable | undefined {
  return vintagesOf(id).findLast(({ inForceFrom }) => inForceFrom <= asOf);
}

function summarize(id: ReferenceTableId, table: ReferenceTable, asOf: string): TableSummary {
  const { confirmed } = countConfidence(table);
  return {
    id,
    vintage: table.vintage,
    title: table.origin.title,
    producer: table.origin.producer,
    licence: table.origin.licence.name,
    rows: table.rows.length,
    unconfirmed: table.rows.length === 0 ? 0 : 1 - confirmed / table.rows.length,
    ageMonths: monthsBetween(table.origin.datePublished, asOf),
  };
}

function countConfidence(table: ReferenceTable): { confirmed: number; derived: number; memory: number } {
  const counts = { confirmed: 0, derived: 0, memory: 0 };
  for (const { confidence } of recordsOf(table)) counts[confidence] += 1;
  return counts;
}

/** Whole months from a date of publication (YYYY, YYYY-MM or a day) to a day; null when it is not known. */
export function monthsBetween(published: string | null, asOf: string): number | null {
  const [year, month = '1'] = (published ?? '').split('-');
  if (!year) return null;
  const [nowYear = 0, nowMonth = 1] = asOf.split('-').map(Number);
  return Math.max(0, (nowYear - Number(year)) * 12 + (nowMonth - Number(month)));
}

/**
 * One vintage of a table with a page of its rows: the page `page`, or that of `row`.
 * `search` selects the rows with a cell that contains the text. Null for an unknown vintage.
 */
export function readTable(
  id: ReferenceTableId,
  options: { asOf: string; vintage: string | null; page: number; row: string | null; search: string },
) {
  const { asOf, vintage, row } = options;
  const vintages = vintagesOf(id);
  const current = tableInForce(id, asOf) ?? vintages.at(-1);
  const table = vintage === null ? current : vintages.find((each) => each.vintage === vintage);
  if (!table) return null;
  const search = options.search.trim().toLowerCase();
  const records = recordsOf(table).filter(
    ({ key, cells }) =>
      search === '' ||
      key.toLowerCase().includes(search) ||
      Object.values(cells).some((cell) =>
        String(cell ?? '')
          .toLowerCase()
          .includes(search),
      ),
  );
  const pages = Math.max(1, Math.ceil(records.length / rowsOnPage));
  const rowIndex = row === null ? -1 : records.findIndex(({ key }) => key === row);
  const page = rowIndex >= 0 ? Math.floor(rowIndex / rowsOnPage) + 1 : Math.min(Math.max(1, options.page), pages);
  const { coverage, fields, corrections, inForceFrom } = table;
  const { dateAccessed, ...origin } = table.origin;
  return {
    ...summarize(id, table, asOf),
    isInForce: table.vintage === current?.vintage,
    inForceFrom,
    vintages: vintages.map((each) => each.vintage),
    origin: { ...origin, readOn: dateAccessed },
    coverage,
    corrections,
    confidence: countConfidence(table),
    fields: Object.entries(fields).map(([name, field]) => ({ name, ...field })),
    ...readersOf(id),
    isOnCountries: tableDefinition(id).shownOn.includes('countries'),
    page,
    pages,
    found: records.length,
    records: records.slice((page - 1) * rowsOnPage, page * rowsOnPage),
  };
}

/** The rules that read a table, and what is shown beside the score and reads it; neither where no score does. */
export function readersOf(id: ReferenceTableId): { rules: string[]; supplements: Pick<ShownSupplement, 'id' | 'title' | 'lang'>[] } {
  const reading = new Set<string>(supplements().flatMap((each) => (each.tables.includes(id) ? [each.id] : [])));
  return {
    rules: rules().flatMap((rule) => (rule.tables.includes(id) ? [rule.id] : [])),
    supplements: listSupplements().flatMap(({ id: key, title, lang }) => (reading.has(key) ? [{ id: key, title, lang }] : [])),
  };
}
export type ShownTable = NonNullable<ReturnType<typeof readTable>>;
