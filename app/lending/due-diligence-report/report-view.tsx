import { ReportView } from '~/audits/report/report-view';
import { partStatus } from './part-status';
import type { LenderDocument } from '~/documents/frozen-documents/lender-report/schema';

/**
 * A lender's report as a page: the blocks that its PDF prints, without photos. `open`: each part is folded under what it amounts to, except these; without it
 * nothing is folded.
 */
export function LenderReportView({
  document,
  maker,
  locale,
  open,
}: {
  document: LenderDocument;
  maker: string;
  locale: string;
  open?: readonly string[];
}) {
  const folds =
    open && Object.fromEntries(document.parts.map((part) => [part.key, { status: partStatus(part), isOpen: open.includes(part.key) }]));
  return (
    <ReportView
      report={{ ...document, maker, watermark: null, foot: '' }}
      locale={locale}
      photoAt={(sha256) => sha256}
      {...(folds ? { folds } : {})}
    />
  );
}
