import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { type ReferenceCell, type ReferenceTable, referenceTableSchema } from '../../scoring/reference/schema.ts';

export type CsvRow = Record<string, string>;
export type CsvFile = { rows: CsvRow[]; sha256: string };

/** Reads one CSV with a header row. Throws when a line does not parse. */
export function readCsv(folder: string, name: string): CsvFile {
  const bytes = readFileSync(join(folder, name));
  const parsed = Papa.parse<unknown>(bytes.toString('utf8'), { header: true, skipEmptyLines: true });
  const problem = parsed.errors[0];
  if (problem) throw new Error(`${name}, row ${problem.row ?? '?'}: ${problem.message}`);
  return { rows: z.array(z.record(z.string(), z.string())).parse(parsed.data), sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** A blank cell is null: not known. */
export const textOf = (value: string | undefined): string | null => (value === undefined || value.trim() === '' ? null : value.trim());

/** A blank cell is null; anything that is not a number is refused. */
export function numberOf(value: string | undefined): number | null {
  const text = textOf(value);
  if (text === null) return null;
  const number = Number(text);
  if (!Number.isFinite(number)) throw new Error(`not a number: ${text}`);
  return number;
}

type FieldDraft = Omit<ReferenceTable['fields'][string], 'coverage'>;
export type TableDraft = Omit<ReferenceTable, 'fields' | 'corrections' | 'coverage'> & {
  fields: Record<string, FieldDraft>;
  corrections?: ReferenceTable['corrections'];
  coverage: { what: string; of: number; note: string; known?: number };
};

/** Counts the coverage of every field, checks the table against its schema and writes `<id>/<vintage>.json`, one row a line. */
export function writeTable(target: string, draft: TableDraft): ReferenceTable {
  const rows = [...draft.rows].sort((a, b) => compareKeys(a, b, draft.keyFields));
  const fields: ReferenceTable['fields'] = {};
  for (const [index, [name, field]] of Object.entries(draft.fields).entries()) {
    fields[name] = { ...field, coverage: { known: rows.filter((row) => row[index] !== null).length, of: rows.length } };
  }
  const known = draft.coverage.known ?? new Set(rows.map((row) => row[0])).size;
  const table = referenceTableSchema.parse({
    ...draft,
    rows,
    fields,
    corrections: draft.corrections ?? [],
    coverage: { ...draft.coverage, known },
  });
  mkdirSync(join(target, table.id), { recursive: true });
  writeFileSync(join(target, table.id, `${table.vintage}.json`), serialise(table));
  return table;
}

/** JSON with one row a line, so that a change of one value is a change of one line. */
export function serialise(table: ReferenceTable): string {
  const { rows, fields, ...head } = table;
  const fieldLines = Object.entries(fields).map(([name, field]) => `    ${JSON.stringify(name)}: ${JSON.stringify(field)}`);
  const rowLines = rows.map((row) => `    ${JSON.stringify(row)}`);
  const headText = JSON.stringify(head, null, 2).replace(/\n\}$/, '');
  return `${headText},\n  "fields": {\n${fieldLines.join(',\n')}\n  },\n  "rows": [\n${rowLines.join(',\n')}\n  ]\n}\n`;
}

function compareKeys(a: ReferenceCell[], b: ReferenceCell[], keyFields: number): number {
  for (let index = 0; index < keyFields; index += 1) {
    const left = String(a[index] ?? '');
    const right = String(b[index] ?? '');
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
