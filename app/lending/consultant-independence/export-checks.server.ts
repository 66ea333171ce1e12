import { type FileColumns, tableAsCsv, tableOf, tablesAsXlsx } from '~/lending/deal-record/table-file.server';
import type { CheckRead } from './read-checks.server';

const columns: FileColumns<CheckRead> = {
  consultant_number: ({ number }) => number,
  name: ({ name }) => name,
  firm: ({ firm }) => firm,
  purpose: ({ purpose }) => purpose,
  required: ({ isRequired }) => isRequired,
  required_reason: ({ requiredReason }) => requiredReason,
  paid_by: ({ paidBy }) => paidBy,
  earlier_work: ({ earlierWork }) => earlierWork,
  financial_interest: ({ financialInterest }) => financialInterest,
  own_documents: ({ ownDocuments }) => ownDocuments,
  other_ties: ({ otherTies }) => otherTies,
  shared: ({ isShared }) => isShared,
  report_on: ({ reportOn }) => reportOn,
  conclusions: ({ conclusions }) => conclusions,
  standing: ({ status }) => status,
  judgement_reason: ({ verdict }) => verdict?.reason ?? null,
  judged_by: ({ verdict }) => verdict?.by ?? null,
  judged_at: ({ verdict }) => verdict?.at.toISOString() ?? null,
  version: ({ version }) => version,
  recorded_by: ({ recordedBy }) => recordedBy,
  recorded_at: ({ recordedAt }) => recordedAt.toISOString(),
};
const long: ReadonlySet<string> = new Set([
  ...['required_reason', 'paid_by', 'earlier_work', 'financial_interest', 'own_documents', 'other_ties', 'conclusions', 'judgement_reason'],
]);

/** The consultants of a deal as CSV, each in its newest version with its verdict. */
export const checksAsCsv = (checks: readonly CheckRead[]): string => tableAsCsv(tableOf(columns, checks));

/** The same as a workbook. */
export const checksAsXlsx = (checks: readonly CheckRead[]): ReadableStream<Uint8Array> =>
  tablesAsXlsx([{ name: 'Independence', table: tableOf(columns, checks), long: (head) => long.has(head) }]);
