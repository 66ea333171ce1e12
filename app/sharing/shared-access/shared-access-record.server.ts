import type { TenantDb } from '~/access/tenant-db.server';

/** The record in whose history the acts of a grant stand: the audit of a report, else the assessment whose answers are shared. In the granter's organization. */
export async function recordOfGrant(
  db: TenantDb,
  sharedAccessId: string,
): Promise<{ recordKind: 'audit' | 'assessment'; recordId: string }> {
  const { responseId, auditReport } = await db.sharedAccess.findFirstOrThrow({
    where: { id: sharedAccessId },
    select: { responseId: true, auditReport: { select: { auditId: true } } },
  });
  return auditReport ? { recordKind: 'audit', recordId: auditReport.auditId } : { recordKind: 'assessment', recordId: responseId };
}
