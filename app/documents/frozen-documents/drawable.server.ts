import { type FindDrawable, oneForm } from '~/documents/verification/compare/redraw.server';
import { renderLenderReport } from './lender-report/render.server';
import { lenderReportSchema } from './lender-report/schema';

export const lenderDrawable: FindDrawable = (data) => {
  const { data: report } = lenderReportSchema.safeParse(data);
  return report ? { kind: report.kind, forms: oneForm, draw: (_, { signature }) => renderLenderReport(report, signature) } : null;
};
