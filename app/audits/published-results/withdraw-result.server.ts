import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { type AuditCaller, findAudit, lockAudit } from '~/audits/planning/find-audit.server';

/**
 * Withdraws the published result of an audit at once: the page shows the day and the reason only. False if nothing is published or this caller may not see the
 * audit.
 */
export async function withdrawResult(db: TenantDb, asked: AuditCaller & { auditId: string; now: Date }, reason: string): Promise<boolean> {
  const audit = await findAudit(db, asked);
  if (!audit) return false;
  await lockAudit(db, audit.id);
  const documentKind = 'published-result';
  const published = await db.frozenDocument.findFirst({
    where: { kind: documentKind, auditId: audit.id, withdrawals: { none: {} } },
    select: { id: true },
  });
  if (!published) return false;
  await db.documentWithdrawal.create({
    data: {
      ...{ documentId: published.id, documentKind, kind: 'withdrawn', reason, withdrawnById: asked.userId, withdrawnAt: asked.now },
    },
  });
  await recordActivity(db, {
    ...{ recordKind: 'audit', recordId: audit.id, act: 'withdraw-result', userId: asked.userId },
    after: { reason },
  });
  return true;
}
