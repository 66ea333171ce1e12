import type { TenantDb } from '~/access/tenant-db.server';

/** The record in whose history the acts of a grant stand: the audit of a report, else the assessment whose answers are shared. In the granter's organization. */
export async function recordOfGrant(db: TenantDb, grantId: string): Promise<{ recordKind: 'audit' | 'assessment'; recordId: string }> {
  const { assessmentId, auditReport } = await db.accessGrant.findFirstOrThrow({
    where: { id: grantId },
    select: { assessmentId: true, auditReport: { select: { auditId: true } } },
  });
  return auditReport ? { recordKind: 'audit', recordId: auditReport.auditId } : { recordKind: 'assessment', recordId: assessmentId };
}
