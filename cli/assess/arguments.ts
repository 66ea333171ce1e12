import { parseArgs } from 'node:util';
import { z } from 'zod';
import { findCountry } from '~/suppliers/import/pipeline/clean/country.server';
import { findSector } from '~/suppliers/import/pipeline/clean/sector.server';
import { type Field, fieldSchema, fields, type Mapping } from '~/suppliers/import/pipeline/fields';
import { readOwnTables, readTablesCommand, type TablesArguments } from '../tables/arguments';
import type { GivenTable } from '../tables/read-own-table';
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
  /** Text that does not decide a sector or a listed good is left unknown. */
  isStrict: boolean;
  /** Editions of tables that replace or extend the released ones. */
  ownTables: GivenTable[];
};
export type ReadArguments =
  | { kind: 'assess'; arguments: AssessArguments }
  | TablesArguments
  | { kind: 'verify'; files: string[]; fingerprint: string | null }
  | { kind: 'help' }
  | { kind: 'version' }
  | { kind: 'wrong'; reason: string };

const wrong = (reason: string): ReadArguments => ({ kind: 'wrong', reason });

/** Reads the arguments after `manumit`. Nothing is guessed: an unknown argument gives its reason. `today` is an ISO day. */
export function readArguments(args: readonly string[], today: string): ReadArguments {
  let given: ReturnType<typeof parse>;
  try {
    given = parse(args);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals, tokens } = given;
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [command, file, ...more] = positionals;
  if (command === undefined)
    return wrong('Say what to do: assess LIST, tables check KIND FILE, tables template KIND, or verify REPORT.pdf.');
  if (command === 'verify') {
    if (file === undefined) return wrong('Say which report to verify.');
    if (more.length > 1) return wrong('One report at a time: a PDF, and its JSON beside it.');
    const fingerprint = values['signed-by']?.replace(/[\s:]/g, '').toLowerCase() ?? null;
    if (fingerprint !== null && !/^[0-9a-f]{64}$/.test(fingerprint))
      return wrong(`--signed-by: "${values['signed-by']}" is no SHA-256 fingerprint of a certificate; it has 64 hexadecimal digits.`);
    return { kind: 'verify', files: [file, ...more], fingerprint };
  }
  const asOf = values['as-of'] ?? today;
  if (!z.iso.date().safeParse(asOf).success) return wrong(`--as-of: "${asOf}" is no day; write it as 2026-11-25.`);
  const { language = 'en' } = values;
  if (!isMemberLocale(language)) return wrong(`--language: "${language}" is not held; there are ${memberLocales.join(', ')}.`);
  if (command === 'tables') {
    const given = { title: values['own-table-title']?.at(-1), year: values['report-year']?.at(-1), list: values.list, asOf, language };
    const read = readTablesCommand(positionals.slice(1), { ...given, isJson: values.json ?? false });
    return typeof read === 'string' ? wrong(read) : read;
  }
  if (command !== 'assess') return wrong(`"${command}" is no command; there are assess, tables and verify.`);
  if (file === undefined) return wrong('Say which list to assess.');
  if (more.length > 0) return wrong(`One list at a time: "${more[0]}" is one too many.`);
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
  const ownTables = readOwnTables(tokens);
  if (typeof ownTables === 'string') return wrong(ownTables);
  const isJson = values.json ?? false;
  const out = values.out ?? (isJson ? null : '.');
  return {
    kind: 'assess',
    arguments: { file, asOf, out, isJson, language, sheet: values.sheet, columns, defaults, isStrict: values.strict ?? false, ownTables },
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    tokens: true,
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
      'own-table': { type: 'string', multiple: true },
      'own-table-title': { type: 'string', multiple: true },
      'report-year': { type: 'string', multiple: true },
      list: { type: 'string' },
      'signed-by': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
}

/** "Factory Name=siteName" to its two sides, split at the last equals sign; the reason for an invalid one. */
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
