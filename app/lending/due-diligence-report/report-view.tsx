import { ReportView } from '~/audits/report/report-view';
import type { LenderDocument } from '~/documents/frozen-documents/lender-report/schema';

/** A lender's report as a page: the blocks that its PDF prints, without photos. */
export function LenderReportView({ document, maker, locale }: { document: LenderDocument; maker: string; locale: string }) {
  return <ReportView report={{ ...document, maker, watermark: null, foot: '' }} locale={locale} photoAt={(sha256) => sha256} />;
}
