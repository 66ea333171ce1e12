import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type HeldEdition, loadOwnTable, type OwnTableKind } from '#scoring';
import { formatOf, hasRows, type Remark } from '~/risk/reference-tables/formats';
import { parseEditionFile } from '~/risk/reference-tables/formats/parse-edition-file.server';
import { readEditionRows } from '~/risk/reference-tables/formats/read-edition-rows.server';
import { remarkText } from '~/risk/reference-tables/remark-labels';
import { fileProblemText } from '~/suppliers/import/labels';
import { quoted } from '../assess/terminal';

/** A file that a person named as an edition of a table: `title` and `year` (of the report) are null where they are not said. */
export type GivenTable = { kind: OwnTableKind; file: string; title: string | null; year: number | null };

/** An edition read from a file, with what was said of its rows. The method keeps it, so that inputs can name it by its hash. */
export type OwnTable = {
  kind: OwnTableKind;
  name: string;
  sha256: string;
  edition: HeldEdition;
  read: number;
  refused: number;
  remarks: Remark[];
};
export type OwnTableRead = { ok: true; table: OwnTable } | { ok: false; reason: string; remarks: Remark[] };

const licence = 'Own file; licence not stated';

/**
 * Reads a file as an edition in force from a day. Refused, with the reason, where it cannot be read or none of its rows can.
 * @throws RangeError for a day before the first tables of the method
 */
export async function readOwnTable({ kind, file, title, year }: GivenTable, asOf: string): Promise<OwnTableRead> {
  const name = path.basename(file);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return { ok: false, reason: `${quoted(file)} cannot be read: ${error instanceof Error ? error.message : String(error)}`, remarks: [] };
  }
  const parsed = await parseEditionFile(kind, bytes);
  if (!parsed.ok)
    return {
      ok: false,
      reason: `${quoted(name)} is no table. ${fileProblemText(parsed.problem.code, parsed.problem.params)}`,
      remarks: [],
    };
  const { tables, remarks, read, refused } = readEditionRows(kind, parsed.table, year === null ? {} : { year });
  if (!hasRows(tables)) return { ok: false, reason: `Not one row of ${quoted(name)} can be read as ${kind}.`, remarks };
  const edition = loadOwnTable({
    kind,
    title: (title ?? path.parse(name).name.trim()).slice(0, 200) || kind,
    producer: formatOf(kind).defaultProducer,
    licence,
    publishedOn: null,
    inForceFrom: asOf,
    tables,
  });
  return { ok: true, table: { kind, name, sha256: parsed.sha256, edition, read, refused, remarks } };
}

/** "trafficking-tiers "TIP Report 2026" from "tip.csv": 186 of 188 rows read, SHA-256 …". */
export const ownTableLine = ({ kind, name, sha256, edition, read, refused }: OwnTable): string =>
  `${kind} ${quoted(edition.title)} from ${quoted(name)}: ${read} of ${read + refused} rows read, SHA-256 ${sha256}`;

/** "tip.csv, row 12, column "Tier": …". */
export function tableRemarkLine(name: string, remark: Remark): string {
  const row = remark.row === null ? '' : `, row ${remark.row}`;
  const column = remark.row === null || remark.column === null ? '' : `, column ${quoted(remark.column)}`;
  return `${quoted(name)}${row}${column}: ${remarkText(remark).replace(/\p{Cc}+/gu, ' ')}`;
}
