import type { OwnTableKind } from '#scoring';
import type { ScanLimits } from '~/platform/parser/workbook/scan-archive.server';
import { parseFile } from '~/suppliers/import/pipeline/parse.server';
import type { FileProblem } from '~/suppliers/import/pipeline/problems';
import type { EditionTable } from './format';
import { editionTable, asTableOf } from './read-edition-rows.server';

export type ParsedEdition = { ok: true; table: EditionTable; sha256: string } | { ok: false; problem: FileProblem };

/** Further sheets of a workbook that are looked at. */
const mostSheets = 20;

/**
 * A publisher's file as one table. Of a workbook, the sheet that looks most like a list, or the first that has the columns of the kind; of governance indicators all
 * such sheets together, since the World Bank publishes a sheet for each dimension. Rows keep the number that they have on their sheet.
 */
export async function parseEditionFile(
  kind: OwnTableKind,
  bytes: Uint8Array,
  { most }: { most?: ScanLimits } = {},
): Promise<ParsedEdition> {
  const options = most === undefined ? {} : { most };
  const first = await parseFile(bytes, options);
  if (!first.ok) return first;
  const { sha256, sheets, sheetName } = first.table;
  const chosen = editionTable(first.table);
  const isJoined = kind === 'governance';
  if (sheets.length < 2 || (!isJoined && asTableOf(kind, chosen) !== null)) return { ok: true, table: chosen, sha256 };
  const fitting: EditionTable[] = [];
  for (const { name } of sheets.filter(({ problem }) => problem === null).slice(0, mostSheets)) {
    const sheet = name === sheetName ? chosen : await sheetOf(bytes, name, options);
    const table = sheet && asTableOf(kind, sheet);
    if (table && (fitting.length === 0 || isSameHeader(fitting[0], table))) fitting.push(table);
    if (fitting.length > 0 && !isJoined) break;
  }
  const [header] = fitting;
  return { ok: true, table: header ? { header: header.header, rows: fitting.flatMap(({ rows }) => rows) } : chosen, sha256 };
}

async function sheetOf(bytes: Uint8Array, sheetName: string, options: { most?: ScanLimits }): Promise<EditionTable | null> {
  const parsed = await parseFile(bytes, { ...options, sheetName });
  return parsed.ok ? editionTable(parsed.table) : null;
}

const isSameHeader = (a: EditionTable | undefined, b: EditionTable): boolean => a?.header.join('\n') === b.header.join('\n');
