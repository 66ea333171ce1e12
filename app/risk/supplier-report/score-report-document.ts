import type { DocumentDefinition } from '~/documents/frozen-documents/document-kinds';
import { earlierReportSchema } from '~/risk/supplier-report/assessment-report/earlier/schema';
import { assessmentReportSchema } from '~/risk/supplier-report/assessment-report/schema';
import type { StoredReport } from '~/risk/supplier-report/assessment-report/stored-schema';

/** The report on a score; reports under method 1 are read by its schema. */
export const scoreReport: DocumentDefinition<StoredReport> = {
  ...{ kind: 'assessment', newest: 'assessment-report/2' },
  schemas: { 'assessment-report/2': assessmentReportSchema, 'assessment-report/1': earlierReportSchema },
};
