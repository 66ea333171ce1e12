import { type FindingStatus, findingStatuses } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

export type Moved =
  | { kind: 'moved'; partyId: string }
  | { kind: 'refused'; code: 'unknown-finding' | 'bad-step' | 'follows-actions' | 'withdrawn' };

/** Which steps a finding may take: forward one at a time, back to open from anywhere (it was found again, or the correction failed). */
export function mayMove(from: FindingStatus, to: FindingStatus): boolean {
  const steps = findingStatuses.indexOf(to) - findingStatuses.indexOf(from);
  return steps === 1 || (to === 'open' && from !== 'open');
}

/**
 * Moves a finding to its next status; a withdrawn one does not move. *Verified* needs a member's check, which the route requires (`edit:finding`); the caller
 * scores the supplier again.
 */
export async function moveFinding(
  db: TenantDb,
  options: { findingId: string; to: FindingStatus; userId: string; now: Date },
): Promise<Moved> {
  const finding = await db.finding.findFirst({
    where: { id: options.findingId },
    select: { status: true, partyId: true, withdrawnAt: true },
  });
  const from = findingStatuses.find((status) => status === finding?.status);
  if (!finding || !from) return { kind: 'refused', code: 'unknown-finding' };
  if (finding.withdrawnAt) return { kind: 'refused', code: 'withdrawn' };
  // A finding that has actions follows them (corrective-action).
  if ((await db.correctiveAction.count({ where: { findingId: options.findingId } })) > 0)
    return { kind: 'refused', code: 'follows-actions' };
  if (!mayMove(from, options.to)) return { kind: 'refused', code: 'bad-step' };
  await db.finding.updateMany({
    where: { id: options.findingId },
    data: { status: options.to, verifiedAt: options.to === 'verified' ? options.now : null },
  });
  await recordActivity(db, {
    recordKind: 'finding',
    recordId: options.findingId,
    act: 'move',
    userId: options.userId,
    before: { status: from },
    after: { status: options.to },
  });
  return { kind: 'moved', partyId: finding.partyId };
}
