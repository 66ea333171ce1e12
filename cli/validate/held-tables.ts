import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { countryRowsAt } from '../../scoring/reference/at.ts';
import type { HeldTable } from '../../scoring/validation/make-report.ts';
import { type CsvRow, numberOf, readCsv } from '../transcribe/write-table.ts';
import { type KnownReading, knownReadings } from './known-readings.ts';

/** What was read in a folder, and what was passed over, with the reason. */
export type ReadFolder = { tables: HeldTable[]; passedOver: string[] };

/**
 * Reads the tables of a folder by which countries can be ranked: those of `knownReadings`, and any other CSV with a column `iso2` or `iso3` and a
 * column `value` (higher is worse). Nothing is copied: only values in memory. Throws when the folder is not there or a number does not parse.
 */
export function readFolder(folder: string, asOf: string): ReadFolder {
  if (!existsSync(folder)) throw new Error(`${folder} is not there`);
  const toAlpha2 = new Map(countryRowsAt(asOf).map((row) => [row.iso3, row.iso2]));
  const tables: HeldTable[] = [];
  const passedOver: string[] = [];
  for (const name of readdirSync(folder)
    .filter((each) => each.endsWith('.csv'))
    .sort()) {
    const readings = knownReadings.filter((each) => each.file === name);
    const { rows, sha256 } = readCsv(folder, name);
    const found = readings.length > 0 ? readings : ownReading(name, rows);
    if (found.length === 0) passedOver.push(`${name}: no columns iso2 or iso3 with value`);
    for (const { file: _, readValue, ...head } of found) {
      const values = valuesIn(rows, readValue, toAlpha2);
      if (values.size === 0) passedOver.push(`${name}: no value for ${head.id}`);
      else tables.push({ ...head, sha256, values });
    }
  }
  return { tables, passedOver };
}

function ownReading(name: string, rows: readonly CsvRow[]): KnownReading[] {
  const first = rows[0];
  if (!first || !('value' in first) || !('iso2' in first || 'iso3' in first) || 'indicator' in first) return [];
  const id = basename(name, '.csv');
  return [{ file: name, id, title: id, publisher: '', edition: '', terms: 'own', readValue: (row) => numberOf(row.value) }];
}

function valuesIn(
  rows: readonly CsvRow[],
  readValue: KnownReading['readValue'],
  toAlpha2: ReadonlyMap<string, string>,
): Map<string, number> {
  const values = new Map<string, number>();
  for (const row of rows) {
    const iso2 = row.iso2 ?? toAlpha2.get(row.iso3 ?? '');
    const value = readValue(row);
    if (iso2 !== undefined && value !== null) values.set(iso2, value);
  }
  return values;
}
