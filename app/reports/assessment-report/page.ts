import type { ReportDocument } from '../kit/report-document.server';
import type { AssessmentReport } from './schema';
import type { ReportLocale } from './words';

/** What every part of the report is drawn with. */
export type ReportPage = { report: ReportDocument; model: AssessmentReport; say: { locale: ReportLocale } };
