import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { actionStatuses } from './action-lists';
import { statusByActions } from './finding-rule';

/** Updates a finding's status from its actions; a withdrawn one keeps its own. Returns its party after a change: the caller scores the supplier again. */
export async function followFinding(
  db: TenantDb,
  options: { findingId: string; userId: string | undefined; now: Date },
): Promise<string | null> {
  const { findingId, userId, now } = options;
  const finding = await db.finding.findFirst({
    where: { id: findingId },
    select: { status: true, partyId: true, withdrawnAt: true, actions: { select: { status: true, agreedOn: true } } },
  });
  const to = statusByActions(
    (finding?.actions ?? []).map(({ status, agreedOn }) => ({
      status: actionStatuses.find((known) => known === status) ?? 'pending',
      isAgreed: agreedOn !== null,
    })),
  );
  if (!finding || finding.withdrawnAt || to === null || to === finding.status) return null;
  await db.finding.updateMany({ where: { id: findingId }, data: { status: to, verifiedAt: to === 'verified' ? now : null } });
  await recordActivity(db, {
    recordKind: 'finding',
    recordId: findingId,
    act: 'move',
    userId,
    before: { status: finding.status },
    after: { status: to },
  });
  return finding.partyId;
}
