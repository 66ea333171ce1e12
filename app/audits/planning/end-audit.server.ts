import type { TenantDb } from '~/access/tenant-db.server';
import { publish } from '~/platform/events/events.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { FoundAudit } from './find-audit.server';

export type Ended = { kind: 'done' } | { kind: 'refused'; code: 'not-in-review' | 'reason-missing' | 'not-cancellable' };

/** Gives a concluded audit back to its team, with what is to be done. The record opens again. */
export async function returnAudit(db: TenantDb, audit: FoundAudit, options: { userId: string; reason: string }): Promise<Ended> {
  const reason = options.reason.trim();
  if (reason === '') return { kind: 'refused', code: 'reason-missing' };
  const { count } = await db.audit.updateMany({
    where: { id: audit.id, status: 'in-review' },
    data: { status: 'on-site', returnedReason: reason, concludedById: null, concludedAt: null },
  });
  if (count === 0) return { kind: 'refused', code: 'not-in-review' };
  await tell(db, audit, { userId: options.userId, act: 'return-audit', after: { status: 'on-site', reason } });
  return { kind: 'done' };
}

/** Calls a planned audit off, or breaks one off. What was recorded stays and is shown. */
export async function cancelAudit(db: TenantDb, audit: FoundAudit, options: { userId: string; reason: string; now: Date }): Promise<Ended> {
  const reason = options.reason.trim();
  if (reason === '') return { kind: 'refused', code: 'reason-missing' };
  const { count } = await db.audit.updateMany({
    where: { id: audit.id, status: { in: ['planned', 'on-site'] } },
    data: { status: 'cancelled', cancelledAt: options.now, cancelledReason: reason },
  });
  if (count === 0) return { kind: 'refused', code: 'not-cancellable' };
  await tell(db, audit, { userId: options.userId, act: 'cancel-audit', after: { status: 'cancelled', reason } });
  await publish(db, 'audit.plan-changed', { auditId: audit.id });
  return { kind: 'done' };
}

async function tell(db: TenantDb, audit: FoundAudit, said: { userId: string; act: string; after: Record<string, unknown> }): Promise<void> {
  await recordActivity(db, { recordKind: 'audit', recordId: audit.id, before: { status: audit.status }, ...said });
}
