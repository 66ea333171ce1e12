import { parseArgs } from 'node:util';
import { z } from 'zod';
import { findCountry } from '~/features/supplier-import/pipeline/clean/country.server';
import { findSector } from '~/features/supplier-import/pipeline/clean/sector.server';
import { type Field, fieldSchema, fields, type Mapping } from '~/features/supplier-import/pipeline/fields';
import { isMemberLocale, type MemberLocale, memberLocales } from '~/locales/member-locales';

export type AssessArguments = {
  /** Path of the list; `-` is the standard input. */
  file: string;
  asOf: string;
  /** Folder for the results; null when only the JSON on the standard output is wanted. */
  out: string | null;
  isJson: boolean;
  language: MemberLocale;
  sheet: string | undefined;
  columns: Map<string, Field>;
  defaults: Mapping['defaults'];
  /** Words that do not settle a sector or a listed good are left unknown. */
  isStrict: boolean;
};
export type ReadArguments =
  | { kind: 'assess'; arguments: AssessArguments }
  | { kind: 'verify'; files: string[]; fingerprint: string | null }
  | { kind: 'help' }
  | { kind: 'version' }
  | { kind: 'wrong'; reason: string };

const wrong = (reason: string): ReadArguments => ({ kind: 'wrong', reason });

/** Reads the words after `manumit`. Nothing is guessed: whatever is not understood is answered with the reason. `today` is an ISO day. */
export function readArguments(args: readonly string[], today: string): ReadArguments {
  let given: ReturnType<typeof parse>;
  try {
    given = parse(args);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = given;
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [command, file, ...more] = positionals;
  if (command === undefined) return wrong('Say what to do: assess LIST, or verify REPORT.pdf.');
  if (command === 'verify') {
    if (file === undefined) return wrong('Say which report to verify.');
    if (more.length > 1) return wrong('One report at a time: a PDF, and its JSON beside it.');
    const fingerprint = values['signed-by']?.replace(/[\s:]/g, '').toLowerCase() ?? null;
    if (fingerprint !== null && !/^[0-9a-f]{64}$/.test(fingerprint))
      return wrong(`--signed-by: "${values['signed-by']}" is no SHA-256 fingerprint of a certificate; it has 64 hexadecimal digits.`);
    return { kind: 'verify', files: [file, ...more], fingerprint };
  }
  if (command !== 'assess') return wrong(`"${command}" is no command; there are assess and verify.`);
  if (file === undefined) return wrong('Say which list to assess.');
  if (more.length > 0) return wrong(`One list at a time: "${more[0]}" is one too many.`);
  const asOf = values['as-of'] ?? today;
  if (!z.iso.date().safeParse(asOf).success) return wrong(`--as-of: "${asOf}" is no day; write it as 2026-11-25.`);
  const { language = 'en' } = values;
  if (!isMemberLocale(language)) return wrong(`--language: "${language}" is not held; there are ${memberLocales.join(', ')}.`);
  const defaults: Mapping['defaults'] = {};
  if (values.country !== undefined) {
    const country = findCountry(values.country);
    if (country === null) return wrong(`--country: "${values.country}" is no country that we know.`);
    defaults.country = country;
  }
  if (values.sector !== undefined) {
    const sector = findSector(values.sector);
    if (sector === null) return wrong(`--sector: "${values.sector}" is no ISIC Rev.4 division or class, nor a word for one.`);
    defaults.sector = sector;
  }
  if (values.product !== undefined) {
    if (values.product.trim() === '' || values.product.length > 200) return wrong('--product: write 1 to 200 characters.');
    defaults.product = values.product;
  }
  const columns = readColumns(values.column ?? []);
  if (typeof columns === 'string') return wrong(columns);
  const isJson = values.json ?? false;
  const out = values.out ?? (isJson ? null : '.');
  return {
    kind: 'assess',
    arguments: { file, asOf, out, isJson, language, sheet: values.sheet, columns, defaults, isStrict: values.strict ?? false },
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'as-of': { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
      language: { type: 'string' },
      sheet: { type: 'string' },
      column: { type: 'string', multiple: true },
      country: { type: 'string' },
      sector: { type: 'string' },
      product: { type: 'string' },
      strict: { type: 'boolean' },
      'signed-by': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
}

/** "Factory Name=siteName" to its two sides, cut at the last equals sign; the reason in words when one is not understood. */
function readColumns(given: readonly string[]): Map<string, Field> | string {
  const columns = new Map<string, Field>();
  for (const each of given) {
    const at = each.lastIndexOf('=');
    const field = fieldSchema.safeParse(each.slice(at + 1));
    if (at < 1 || !field.success)
      return `--column: "${each}" is not understood; write HEADER=FIELD with FIELD one of ${fields.join(', ')}.`;
    columns.set(each.slice(0, at), field.data);
  }
  return columns;
}

export const usage = `Usage: npx manumit assess LIST [options]
       npx manumit verify REPORT.pdf [REPORT.json] [--signed-by FINGERPRINT]

Scores every supplier of a list by the open method, without a database. LIST is a CSV or Excel file, or - for the
standard input. Three files are written: NAME-scores.csv, NAME-scores.json and NAME-scores.pdf.
50 is the average worker in the world; ten points more double the odds of forced labour, ten fewer halve them.
The same list, options and day give the same bytes.

  --as-of DATE           numbers and tables of that day (default: today, UTC)
  --out DIR              where to write (default: the current folder)
  --json                 JSON on the standard output; files only when --out is given
  --country COUNTRY      for rows that name no country
  --sector SECTOR        ISIC Rev.4 code or a word, for rows that name no sector
  --product PRODUCT      for rows that name no product
  --strict               leave sectors and listed goods unknown where ordinary words are only guessed to name them
  --column HEADER=FIELD  what a column holds, where the proposal is wrong (repeatable)
  --sheet NAME           sheet of a workbook (default: the one that looks most like a list)
  --language ${memberLocales.join('|').padEnd(11)} of the report and of the notes about rows
  -h, --help             this text
  -v, --version          version of the program and of the method

verify draws the report again from its own data and says whether the file is signed, whether every page and every other
part of it is the same, and which page is not; with the JSON, whether both hold the same report. It needs no network, so
it cannot say who issued a report: look up the hash where it was issued, or give the fingerprint of the organization's
certificate. Each line begins with OK, WRONG, OPEN (could not be compared) or NOTE.

  --signed-by FINGERPRINT  SHA-256 of the certificate that must have signed; without such a signature the report is WRONG

Exit codes
  0  every row was read; everything that was compared in the report is right
  1  the results are there, but some rows were left out; each is named with its column. Or: the report is not as issued
  2  the command was not understood
  3  the list, or the report, cannot be read
  4  the results cannot be written
  5  a fault of the program
  6  the pages of the report could not be compared
`;
