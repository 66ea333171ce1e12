import type { TenantDb } from '~/access/tenant-db.server';

/**
 * The record whose activity includes actions on shared access: the audit of a report, or the response whose answers are shared. In the owner's organization.
 */
export async function recordOfGrant(db: TenantDb, sharedAccessId: string): Promise<{ recordKind: 'audit' | 'response'; recordId: string }> {
  const { responseId, auditReport } = await db.sharedAccess.findFirstOrThrow({
    where: { id: sharedAccessId },
    select: { responseId: true, auditReport: { select: { auditId: true } } },
  });
  return auditReport?.auditId ? { recordKind: 'audit', recordId: auditReport.auditId } : { recordKind: 'response', recordId: responseId };
}
