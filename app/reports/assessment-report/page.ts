import type { ReportDocument } from '../kit/report-document.server';
import type { AssessmentReport } from './schema';
import type { ReportLocale } from './words';

/** Name of the file that is attached to the PDF. */
export const attachmentName = 'assessment-report.json';

/** What every part of the report is drawn with. */
export type ReportPage = { report: ReportDocument; model: AssessmentReport; say: { locale: ReportLocale } };
