import { type FindDrawable, oneForm } from '~/documents/verification/compare/redraw.server';
import { renderAssessmentReport } from './assessment-report/render.server';
import { storedReportSchema } from './assessment-report/stored-schema';
import { renderListReport } from './list-report/render.server';
import { listReportSchema } from './list-report/schema';

export const assessmentDrawable: FindDrawable = (data) => {
  const { data: report } = storedReportSchema.safeParse(data);
  return report ? { kind: 'assessment', forms: oneForm, draw: (_, { signature }) => renderAssessmentReport(report, signature) } : null;
};

export const listDrawable: FindDrawable = (data) => {
  const { data: report } = listReportSchema.safeParse(data);
  return report ? { kind: 'list', forms: oneForm, draw: () => renderListReport(report) } : null;
};
