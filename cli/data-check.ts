/**
 * Prints each table's age, licence, coverage and share of unconfirmed values: what must be renewed before the next release, and what each table.json says.
 * Exit code 1 when a vintage differs from the table.json of its table.
 * Usage: npm run data:check [-- --on 2026-11-25]
 */
import { parseArgs } from 'node:util';
import { instrumentKeys, instrumentLocales, instrument, overlayOf } from '../scoring/instruments/at.ts';
import { placesOf } from '../scoring/instruments/localize.ts';
import { problemsOfTable } from '../scoring/reference/check-table.ts';
import { isReferenceTable, referenceTableIds, tableDefinition, vintagesOf } from '../scoring/reference/at.ts';
import { type ReferenceTable, recordsOf } from '../scoring/reference/schema.ts';

const { values } = parseArgs({ options: { on: { type: 'string' } } });
const on = values.on ?? new Date().toISOString().slice(0, 10);

printTable(
  ['table', 'in force', 'published', 'age', 'rows', 'coverage', 'unconfirmed', 'licence'],
  referenceTableIds.flatMap((id) => vintagesOf(id).map((table) => lineOf(table))),
);

console.log('');
for (const key of instrumentKeys()) {
  const all = placesOf(instrument(key)).length;
  const languages = instrumentLocales(key).map((locale) => {
    const strings = Object.values(overlayOf(key, locale)?.strings ?? {});
    return locale === 'en'
      ? 'en frozen'
      : `${locale} ${strings.length} of ${all} (${strings.filter((each) => each.status === 'reviewed').length} reviewed)`;
  });
  console.log(`${key}: ${instrument(key).sections.flatMap((section) => section.questions).length} questions; ${languages.join(', ')}`);
}
console.log('\nDoubts');
for (const id of referenceTableIds)
  for (const table of vintagesOf(id)) for (const doubt of table.origin.doubts) console.log(`  ${id}@${table.vintage}: ${doubt}`);

console.log('\nTables');
printTable(
  ['table', 'English', 'French', 'Spanish', 'key', 'read by', 'publisher'],
  referenceTableIds.map((id) => {
    const { title, key, readBy, publisher } = tableDefinition(id);
    return [id, title.en, title.fr, title.es, Object.keys(key).join(', '), Object.keys(readBy).join(', ') || '–', publisher ?? '–'];
  }),
);

const problems = referenceTableIds.flatMap((id) => problemsOfTable(id));
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

function printTable(heading: string[], lines: string[][]): void {
  const widths = heading.map((text, index) => Math.max(text.length, ...lines.map((line) => line[index]?.length ?? 0)));
  for (const line of [heading, ...lines])
    console.log(
      line
        .map((text, index) => text.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

function lineOf(table: ReferenceTable): string[] {
  const { licence, datePublished } = table.origin;
  const { known, of, what } = table.coverage;
  return [
    `${table.id}@${table.vintage}`,
    `${table.inForceFrom}${isInForce(table) ? '' : ' (ended or not yet)'}`,
    datePublished ?? 'not known',
    datePublished === null ? '' : ageOf(datePublished),
    String(table.rows.length),
    `${known} of ${of} ${what}`,
    unconfirmedOf(table),
    `${licence.name}; ${licence.redistribution}`,
  ];
}

function isInForce(table: ReferenceTable): boolean {
  return isReferenceTable(table.id) && vintagesOf(table.id).findLast((each) => each.inForceFrom <= on) === table;
}

function ageOf(published: string): string {
  const [year = 0, month = 1] = published.split('-').map(Number);
  const [yearNow = 0, monthNow = 1] = on.split('-').map(Number);
  const months = (yearNow - year) * 12 + monthNow - month;
  return months < 24 ? `${months} months` : `${Math.floor(months / 12)} years`;
}

/** Derived and recalled rows, of those with a value. */
function unconfirmedOf(table: ReferenceTable): string {
  const records = recordsOf(table).filter((record) => record.cells.status !== 'unknown');
  const count = (word: string) => records.filter((record) => record.confidence === word).length;
  const share = records.length === 0 ? 0 : (100 * (records.length - count('confirmed'))) / records.length;
  return share === 0 ? '0 %' : `${share.toFixed(0)} % (${count('derived')} derived, ${count('memory')} recalled)`;
}
