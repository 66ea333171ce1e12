import { csvLine } from '~/features/supplier/csv';
import { type XlsxCell, xlsxStream } from '~/web/xlsx-stream.server';
import type { Span } from './rank-issues';
import type { OpenIssue, RightsRead } from './read-rights.server';

type Row = Omit<OpenIssue, 'ranked'> & Partial<Pick<OpenIssue, 'ranked'>>;
const spanCell = (span: Span | undefined) => (span === undefined ? null : span.low === span.high ? span.low : `${span.low}–${span.high}`);

/** The columns of the file, words of the closed lists in English; a grade that nobody knows is empty, a span says from where to where. */
const columns = {
  rank: ({ ranked }) => ranked?.rank ?? null,
  issue_number: ({ number }) => number,
  issue: ({ title }) => title,
  topic: ({ topic }) => topic,
  affected: ({ affected }) => affected.join('; '),
  especially: ({ vulnerable }) => vulnerable.join('; '),
  severity: ({ ranked }) => spanCell(ranked?.severity),
  scale: ({ scale }) => scale,
  scale_reason: ({ scaleReason }) => scaleReason,
  scope: ({ scope }) => scope,
  scope_reason: ({ scopeReason }) => scopeReason,
  irremediability: ({ irremediability }) => irremediability,
  irremediability_reason: ({ irremediabilityReason }) => irremediabilityReason,
  likelihood: ({ likelihood }) => likelihood,
  likelihood_reason: ({ likelihoodReason }) => likelihoodReason,
  response: ({ response }) => response,
  plan_line: ({ lineNumber }) => lineNumber,
  review_item: ({ itemKey }) => itemKey,
  finding_id: ({ findingId }) => findingId,
  residual: ({ residual }) => residual,
  residual_reason: ({ residualReason }) => residualReason,
  source: ({ source }) => source,
  status: ({ status }) => status,
  status_reason: ({ statusReason }) => statusReason,
  version: ({ version }) => version,
  assessed_by: ({ assessedBy }) => assessedBy,
  assessed_at: ({ assessedAt }) => assessedAt.toISOString(),
} satisfies Record<string, (row: Row) => string | number | null>;

const rowsOf = ({ open, closed }: RightsRead): (string | number | null)[][] =>
  [...open, ...closed].map((row) => Object.values(columns).map((cell) => cell(row)));

/** The issues as CSV with a byte order mark, in their order, the closed ones last; no cell is read as a formula. */
export function rightsAsCsv(read: RightsRead): string {
  return `\ufeff${[Object.keys(columns), ...rowsOf(read)].map((row) => csvLine(row)).join('')}`;
}

/** The same as a workbook; numbers are numbers, everything else is text. */
export function rightsAsXlsx(read: RightsRead): ReadableStream<Uint8Array> {
  const heads = Object.keys(columns);
  const isLong = (head: string | undefined) => head === 'issue' || head === 'response' || head === 'source' || head?.endsWith('_reason');
  async function* rows(): AsyncGenerator<readonly XlsxCell[]> {
    yield heads.map((text) => ({ text, style: 'head' as const }));
    for (const row of rowsOf(read))
      yield row.map(
        (cell, at): XlsxCell =>
          cell === null || cell === '' || typeof cell === 'number'
            ? cell || null
            : { text: cell, style: isLong(heads[at]) ? 'wrap' : 'text' },
      );
  }
  return xlsxStream([{ name: 'Human rights', widths: heads.map((head) => (isLong(head) ? 40 : 16)), rows: rows() }]);
}
