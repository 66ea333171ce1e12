import type { TenantDb } from '~/access/tenant-db.server';
import { publish } from '~/platform/events/events.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { notify } from '~/platform/notifications/notify.server';
import type { FoundAudit } from './find-audit.server';

export type Ended = { kind: 'done' } | { kind: 'refused'; code: 'not-in-review' | 'reason-missing' | 'not-cancellable' };

/**
 * Returns a concluded audit to its team, which is notified. The record opens again. `comments`: how many comments of the review are open; without any, a general
 * comment is required.
 */
export async function returnAudit(
  db: TenantDb,
  audit: FoundAudit,
  options: { userId: string; reason: string; comments: number; now: Date },
): Promise<Ended> {
  const { userId, comments, now } = options;
  const reason = options.reason.trim();
  if (reason === '' && comments === 0) return { kind: 'refused', code: 'reason-missing' };
  const { count } = await db.audit.updateMany({
    where: { id: audit.id, status: 'in-review' },
    data: { status: 'on-site', returnedReason: reason, returnedAt: now, concludedById: null, concludedAt: null },
  });
  if (count === 0) return { kind: 'refused', code: 'not-in-review' };
  await tell(db, audit, { userId, act: 'return-audit', after: { status: 'on-site', ...(reason === '' ? {} : { reason }) } });
  await notify(db, {
    ...{ event: 'audit-returned', recordId: audit.id, partyId: audit.partyId, causedById: userId, now, occurrence: now.toISOString() },
    recipients: audit.members.map((member) => member.userId),
  });
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
