import type { DocumentDefinition } from '~/documents/frozen-documents/document-kinds';
import { type AuditReport, auditReportSchema } from '~/audits/report/audit-report/schema';

/** The report on an approved audit, in one language. */
export const auditDocument: DocumentDefinition<AuditReport> = {
  ...{ kind: 'audit', newest: 'audit-report/1' },
  schemas: { 'audit-report/1': auditReportSchema },
};
