import { isReferenceTable, recordsOf, type ReferenceTable, vintagesOf } from '#scoring';
import { csvLine } from '~/platform/lists/csv';
import { notFound } from '~/platform/http/responses.server';
import { tableInForce } from './read-tables.server';

/**
 * The edition of a table that a request for a file names by `?vintage=`, or the one in force on a day.
 * @throws Response 404 for an unknown table or edition
 */
export function requestedEdition(request: Request, id: string, asOf: string): ReferenceTable {
  const vintage = new URL(request.url).searchParams.get('vintage');
  const held = !isReferenceTable(id)
    ? undefined
    : vintage === null
      ? tableInForce(id, asOf)
      : vintagesOf(id).find((each) => each.vintage === vintage);
  if (!held) throw notFound();
  return held;
}

/** `reference-table-governance-2024.csv` */
export const tableFileName = ({ id, vintage }: ReferenceTable, extension: 'csv' | 'json'): string =>
  `reference-table-${id}-${vintage}.${extension}`;

/**
 * All rows of an edition as CSV with a byte order mark, corrections applied: key, fields, confidence, and on every row where it comes from and its licence.
 * No cell is read as a formula.
 */
export function tableCsv(table: ReferenceTable): string {
  const names = Object.keys(table.fields).filter((name) => name !== 'confidence');
  const { producer, licence, urlMain } = table.origin;
  const head = ['key', ...names, 'confidence', 'table', 'vintage', 'producer', 'licence', 'publication'];
  const rows = recordsOf(table).map(({ key, confidence, cells }) => [
    ...[key, ...names.map((name) => cells[name] ?? null), confidence],
    ...[table.id, table.vintage, producer, licence.name, urlMain],
  ]);
  return `\ufeff${[head, ...rows].map((row) => csvLine(row)).join('')}`;
}

/** An edition as JSON: its origin and licence, what its fields mean, its corrections, and all rows with these applied. */
export function tableJson(table: ReferenceTable): string {
  const { id, vintage, inForceFrom, coverage, corrections } = table;
  const { title, producer, citation, urlMain, urlDownload, datePublished, dateAccessed, licence, sha256, transcribed, doubts } =
    table.origin;
  const content = {
    ...{ table: id, vintage, inForceFrom },
    origin: {
      ...{ title, producer, citation, url: urlMain, downloadUrl: urlDownload, licence },
      ...{ published: datePublished, readOn: dateAccessed, sha256OfSourceFile: sha256, transcribed, doubts },
    },
    coverage,
    fields: Object.entries(table.fields).map(([name, { meaning, unit, direction }]) => ({ name, meaning, unit, direction })),
    corrections,
    rows: recordsOf(table).map(({ key, confidence, cells }) => ({ key, ...cells, confidence })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
