import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ComparedTable, compareEdition } from '~/risk/reference-tables/compare-edition';
import { isRefusal } from '~/risk/reference-tables/formats';
import { remarkText } from '~/risk/reference-tables/remark-labels';
import { overwriteGetLocale } from '~/paraglide/runtime';
import { assessList } from '../assess/assess-list';
import { type ExitCode, exitCode } from '../assess/exit-codes';
import { quoted, refusalText, type Terminal } from '../assess/terminal';
import type { CheckArguments } from './arguments';
import { type ComparedList, compareLists, listLines } from './compare-lists';
import { type OwnTable, ownTableLine, readOwnTable, tableRemarkLine } from './read-own-table';

/** Lines that are printed of each sort before the rest is only counted. */
const most = 50;

/**
 * Reads a file as an edition of a table and writes nothing: what was read, why other rows were not, what differs from the released table, and with a list who
 * changes band. Results go to `print`, remarks to the terminal.
 */
export async function checkTable(given: CheckArguments, terminal: Terminal, print: (text: string) => void): Promise<ExitCode> {
  const { asOf, list } = given;
  overwriteGetLocale(() => given.language);
  const name = path.basename(given.file);
  try {
    const read = await readOwnTable(given, asOf);
    for (const line of limited((read.ok ? read.table.remarks : read.remarks).map((remark) => tableRemarkLine(name, remark))))
      terminal.note(line);
    if (!read.ok) {
      terminal.note(read.reason);
      return exitCode.listRefused;
    }
    const compared = compareEdition(read.table.edition);
    const effect = list === null ? null : await effectOn(list, { table: read.table, asOf, terminal });
    if (typeof effect === 'number') return effect;
    print(
      given.isJson
        ? asJson(read.table, { compared, effect, asOf })
        : `${[ownTableLine(read.table), ...compared.flatMap(tableLines), ...(effect ? listLines(effect, most) : [])].join('\n')}\n`,
    );
    return read.table.refused > 0 || (effect?.refused ?? 0) > 0 ? exitCode.rowsLeftOut : exitCode.done;
  } catch (error) {
    // The method refuses days before its first tables by name.
    if (!(error instanceof RangeError)) throw error;
    terminal.note(`--as-of ${asOf}: ${error.message}.`);
    return exitCode.usage;
  }
}

/** The list scored without and with the edition; the exit code where it cannot be read. */
async function effectOn(
  list: string,
  { table, asOf, terminal }: { table: OwnTable; asOf: string; terminal: Terminal },
): Promise<ComparedList | ExitCode> {
  const name = path.basename(list);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(list);
  } catch (error) {
    terminal.note(`${quoted(list)} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return exitCode.listRefused;
  }
  const before = await assessList(bytes, { asOf });
  const after = await assessList(bytes, { asOf, ownTables: [table.edition.hash] });
  if (before.ok && after.ok) return compareLists(name, before, after);
  const refused = before.ok ? after : before;
  terminal.note(`${quoted(name)} cannot be assessed. ${refused.ok ? '' : refusalText(refused)}`);
  return exitCode.listRefused;
}

function tableLines({ table, added, changed, removed, same }: ComparedTable): string[] {
  const rows = [
    ...changed.map(
      ({ key, cells }) =>
        `  ${plain(key)}: ${cells.map(({ field, before, after }) => `${field} ${shown(before)} -> ${shown(after)}`).join(', ')}`,
    ),
    ...added.map(({ key }) => `  ${plain(key)}: new`),
    ...removed.map((key) => `  ${plain(key)}: removed`),
  ];
  return [`${table}: ${added.length} new, ${changed.length} changed, ${removed.length} removed, ${same} as released`, ...limited(rows)];
}

const plain = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');
const shown = (cell: string | number | null): string => (cell === null ? '(none)' : plain(String(cell)));
const limited = (lines: string[]): string[] =>
  lines.length <= most ? lines : [...lines.slice(0, most), `  … and ${lines.length - most} more`];

function asJson(
  table: OwnTable,
  { compared, effect, asOf }: { compared: ComparedTable[]; effect: ComparedList | null; asOf: string },
): string {
  const { kind, name, sha256, edition, read, refused } = table;
  const remarks = table.remarks.map((remark) => ({ ...remark, isRefusal: isRefusal(remark), text: remarkText(remark) }));
  const checked = {
    ...{ format: 'manumit-table-check/1', asOf, table: kind, title: edition.title, file: name, sha256, hash: edition.hash },
    ...{ rows: { read, refused }, remarks, compared },
    ...(effect ? { list: effect } : {}),
  };
  return `${JSON.stringify(checked, null, 2)}\n`;
}
