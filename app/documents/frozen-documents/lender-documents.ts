import { type LenderReport, type LenderReportKind, lenderReportSchema } from '~/documents/frozen-documents/lender-report/schema';
import type { DocumentDefinition } from './document-kinds';

/** `periodFrom`: the first day of the period that is reported on (YYYY-MM-DD). */
export type ReportOf =
  | { kind: 'yearly'; year: number }
  | { kind: 'due-diligence'; dealId: string }
  | { kind: 'monitoring'; dealId: string; periodFrom: string };

const lenderDocument = (kind: LenderReportKind): DocumentDefinition<LenderReport> => ({
  ...{ kind, newest: 'lender-report/1' },
  schemas: { 'lender-report/1': lenderReportSchema },
});

/** The reports that lenders issue. */
export const lenderDocuments: Readonly<Record<LenderReportKind, DocumentDefinition<LenderReport>>> = {
  yearly: lenderDocument('yearly'),
  'due-diligence': lenderDocument('due-diligence'),
  monitoring: lenderDocument('monitoring'),
};

/** What a report is of: its deal, if any, and the year or period. */
export function subjectOf(of: ReportOf): { dealId: string | null; item: string } {
  switch (of.kind) {
    case 'yearly':
      return { dealId: null, item: String(of.year) };
    case 'due-diligence':
      return { dealId: of.dealId, item: '' };
    case 'monitoring':
      return { dealId: of.dealId, item: of.periodFrom };
  }
}
