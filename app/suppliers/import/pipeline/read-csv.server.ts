import Papa from 'papaparse';
import { decodeText } from './decode-text.server';
import { limits } from './limits';
import { packRow, type TableRow } from './pack-row';
import type { FileProblem, Problem } from './problems';

export type LineEnd = 'lf' | 'crlf' | 'cr' | 'mixed';
/** A grid as read, before anybody knows where its header is. */
export type Grid = { sheetName: string | null; rows: TableRow[] };
export type CsvRead =
  | { ok: true; grid: Grid; encoding: string; delimiter: string; lineEnd: LineEnd; problems: Problem[] }
  | { ok: false; problem: FileProblem };

const candidates = [',', ';', '\t', '|', '^', '~', '\u001f', ':'] as const;
/** Characters that also occur in prose: they delimit only when (nearly) every row has them. */
const unusual: ReadonlySet<string> = new Set(['^', '~', ':']);

/**
 * Reads delimited text in any encoding, with any delimiter and any line end. A quote that is never closed is refused with its row. A person's choice is
 * not questioned. At most `most` non-empty cells. Runs in a reader process.
 */
export function readCsv(
  bytes: Uint8Array,
  chosen: { encoding?: string | undefined; delimiter?: string | undefined } = {},
  most = Number.POSITIVE_INFINITY,
): CsvRead {
  const decoded = decodeText(bytes, chosen.encoding);
  const lineEnd = lineEndOf(decoded.text);
  const text = decoded.text.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '');
  const hint = /^sep=(.)\n/i.exec(text);
  const delimiter = chosen.delimiter ?? hint?.[1] ?? chooseDelimiter(text);
  if (delimiter === null) return { ok: false, problem: { code: 'one-column', params: {} } };
  const rows: Grid['rows'] = [];
  let at = 0;
  let unclosed: number | null = null;
  let filled = 0;
  let tooLong: number | null = null;
  // Row by row: otherwise the parsed file and the stored file would be in memory at once.
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    skipEmptyLines: false,
    header: false,
    step: ({ data, errors }, parser) => {
      at += 1;
      for (const cell of data) {
        if (cell !== '') filled += 1;
        if (cell.length > limits.cellLength) tooLong ??= at;
      }
      if (filled > most) parser.abort();
      if (errors.some(({ code }) => code === 'MissingQuotes')) unclosed ??= at;
      const cells = data.map((cell) => cell.trim());
      if (!(hint && at === 1) && cells.some((cell) => cell !== '')) rows.push(packRow(at, cells));
    },
  });
  if (filled > most) return { ok: false, problem: { code: 'too-many-cells', params: { limit: most } } };
  if (unclosed !== null) return { ok: false, problem: { code: 'unclosed-quote', params: { row: unclosed } } };
  if (tooLong !== null) return { ok: false, problem: { code: 'cell-too-long', params: { row: tooLong, limit: limits.cellLength } } };
  if (rows.length > limits.rows)
    return { ok: false, problem: { code: 'too-many-rows', params: { rows: rows.length, limit: limits.rows } } };
  const problems = decoded.foreignLines.map(
    (row): Problem => ({
      row,
      column: null,
      field: null,
      code: 'mixed-encoding',
      params: { encoding: decoded.encoding },
      severity: 'warning',
    }),
  );
  return { ok: true, grid: { sheetName: null, rows }, encoding: decoded.encoding, delimiter, lineEnd, problems };
}

function lineEndOf(text: string): LineEnd {
  const crlf = text.split('\r\n').length - 1;
  const cr = text.split('\r').length - 1 - crlf;
  const lf = text.split('\n').length - 1 - crlf;
  const kinds = [crlf, cr, lf].filter((count) => count > 0).length;
  if (kinds > 1 && Math.max(crlf, cr, lf) < (crlf + cr + lf) * 0.98) return 'mixed';
  if (crlf >= cr && crlf >= lf && crlf > 0) return 'crlf';
  return cr > lf ? 'cr' : 'lf';
}

/** The delimiter that cuts most rows into the same number (two or more) of cells; null when none does. */
function chooseDelimiter(text: string): string | null {
  const sample = text.slice(0, 200_000);
  let best: { delimiter: string; score: number } | null = null;
  for (const delimiter of candidates) {
    if (!sample.includes(delimiter)) continue;
    const { data } = Papa.parse<string[]>(sample, { delimiter, newline: '\n', preview: 60, skipEmptyLines: 'greedy' });
    const widths = new Map<number, number>();
    for (const row of data) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    for (const [width, count] of widths) {
      if (width < 2 || (unusual.has(delimiter) && (data.length < 3 || count < data.length * 0.95))) continue;
      const score = (count / data.length) ** 2 * Math.log2(width + 1) * (unusual.has(delimiter) ? 0.5 : 1);
      if (!best || score > best.score) best = { delimiter, score };
    }
  }
  return best && best.score > 0.1 ? best.delimiter : null;
}
