import { type OwnTableKind, ownTableKinds } from '#scoring';
import type { MemberLocale } from '~/locales/member-locales';
import type { GivenTable } from './read-own-table';

export type CheckArguments = GivenTable & {
  /** Path of a list of suppliers that is scored without and with the edition; null when none is named. */
  list: string | null;
  asOf: string;
  isJson: boolean;
  language: MemberLocale;
};
export type TablesArguments = { kind: 'tables-check'; arguments: CheckArguments } | { kind: 'tables-template'; table: OwnTableKind };

const isKind = (text: string): text is OwnTableKind => ownTableKinds.some((kind) => kind === text);
const kinds = ownTableKinds.join(', ');

/** An option as it was written, in order. */
type Token = { kind: string; name?: string; value?: string | undefined };

/** The tables named by --own-table KIND=FILE, each with the title and year given after it; the reason for an invalid one. */
export function readOwnTables(tokens: readonly Token[]): GivenTable[] | string {
  const tables: GivenTable[] = [];
  for (const { kind, name, value = '' } of tokens) {
    if (kind !== 'option') continue;
    if (name === 'own-table') {
      const at = value.indexOf('=');
      const table = value.slice(0, Math.max(0, at));
      const file = value.slice(at + 1);
      if (!isKind(table) || file === '') return `--own-table: "${value}" is not understood; write KIND=FILE with KIND one of ${kinds}.`;
      if (tables.some((each) => each.kind === table)) return `--own-table: one edition of ${table} at a time.`;
      tables.push({ kind: table, file, title: null, year: null });
    }
    const last = tables.at(-1);
    if (name === 'own-table-title') {
      if (!last) return '--own-table-title: write it behind the --own-table that it names.';
      if (value.trim() === '' || value.length > 200) return '--own-table-title: write 1 to 200 characters.';
      last.title = value.trim();
    }
    if (name === 'report-year' && last) {
      const year = readYear(value);
      if (year === null) return `--report-year: "${value}" is no year.`;
      last.year = year;
    }
  }
  return tables;
}

const readYear = (text: string): number | null => (/^(19|20)\d\d$/.test(text) ? Number(text) : null);

type Given = {
  title?: string | undefined;
  year?: string | undefined;
  list?: string | undefined;
  asOf: string;
  isJson: boolean;
  language: MemberLocale;
};

/** The arguments after `manumit tables`; the reason for invalid ones. */
export function readTablesCommand(words: readonly string[], { title, year, list, ...more }: Given): TablesArguments | string {
  const [command, kind, file, ...rest] = words;
  if (command !== 'check' && command !== 'template') return 'Say what to do with tables: check KIND FILE, or template KIND.';
  if (kind === undefined || !isKind(kind)) return `tables ${command}: "${kind ?? ''}" is no table; there are ${kinds}.`;
  if (command === 'template')
    return file === undefined ? { kind: 'tables-template', table: kind } : `tables template: "${file}" is one word too many.`;
  if (file === undefined) return 'Say which file to check.';
  if (rest.length > 0) return `One file at a time: "${rest[0]}" is one too many.`;
  const reportYear = year === undefined ? null : readYear(year);
  if (year !== undefined && reportYear === null) return `--report-year: "${year}" is no year.`;
  const given = { kind, file, title: title?.trim() || null, year: reportYear, list: list ?? null, ...more };
  return { kind: 'tables-check', arguments: given };
}
