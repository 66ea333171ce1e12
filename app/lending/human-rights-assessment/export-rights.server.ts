import { type FileColumns, tableAsCsv, tableOf, tablesAsXlsx } from '~/lending/deal-record/table-file.server';
import type { Span } from './rank-issues';
import type { OpenIssue, RightsRead } from './read-rights.server';

type Row = Omit<OpenIssue, 'ranked'> & Partial<Pick<OpenIssue, 'ranked'>>;
const spanCell = (span: Span | undefined) => (span === undefined ? null : span.low === span.high ? span.low : `${span.low}–${span.high}`);

/** An unknown score is empty, a range has both ends. */
const columns: FileColumns<Row> = {
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
};

const isLong = (head: string) => head === 'issue' || head === 'response' || head === 'source' || head.endsWith('_reason');
const rightsTable = ({ open, closed }: RightsRead) => tableOf<Row>(columns, [...open, ...closed]);

/** The issues as CSV, in their order, the closed ones last. */
export const rightsAsCsv = (read: RightsRead): string => tableAsCsv(rightsTable(read));

/** The same as a workbook. */
export const rightsAsXlsx = (read: RightsRead): ReadableStream<Uint8Array> =>
  tablesAsXlsx([{ name: 'Human rights', table: rightsTable(read), long: isLong }]);
