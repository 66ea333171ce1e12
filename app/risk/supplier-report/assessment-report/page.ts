import type { ReportDocument } from '~/documents/pdf/report-document.server';
import type { EarlierReport } from './earlier/schema';
import type { AssessmentReport } from './schema';
import type { MemberLocale } from '~/locales/member-locales';

/** Name of the file that is attached to the PDF. */
export const attachmentName = 'assessment-report.json';

/** What a part of the report is drawn with; parts that print no score take a report of any method. */
export type ReportPage<Model extends AssessmentReport | EarlierReport = AssessmentReport | EarlierReport> = {
  report: ReportDocument;
  model: Model;
  say: { locale: MemberLocale };
};
