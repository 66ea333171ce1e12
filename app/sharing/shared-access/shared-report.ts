import { z } from 'zod';
import type { DocumentDefinition } from '~/documents/frozen-documents/document-kinds';
import { auditReportSchema } from '~/audits/report/audit-report/schema';
import { type AuditReportKind, auditReportKinds } from '~/documents/verification/audit-report-kinds';

/** A signed report as it is shared: its data, and the signed files by their hashes. */
export const sharedReportSchema = z.strictObject({
  format: z.literal('shared-audit-report/1'),
  report: auditReportSchema,
  files: z.array(
    z.strictObject({
      kind: z.enum(auditReportKinds),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      fileName: z.string(),
      sizeBytes: z.int(),
      signedAt: z.iso.datetime(),
      /** SHA-256 of the signing certificate. */
      fingerprint: z.string(),
    }),
  ),
});
export type SharedReport = z.output<typeof sharedReportSchema>;
export const sharedReportDocument: DocumentDefinition<SharedReport> = {
  ...{ kind: 'shared-audit-report', newest: 'shared-audit-report/1' },
  schemas: { 'shared-audit-report/1': sharedReportSchema },
};

/** The shared forms, in the order in which reports list them. */
export const formsOf = (scope: readonly string[]): AuditReportKind[] => auditReportKinds.filter((kind) => scope.includes(kind));
