import type { OverrideShown } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { Proposal } from './schema';

export type Proposed = { kind: 'proposed'; waiverId: string } | { kind: 'refused'; code: 'not-in-force' | 'already-proposed' };

/** Proposes to lift an override that is in force in the newest score: with evidence, what shows it, and a reason. It lifts nothing by itself. */
export async function proposeWaiver(
  db: TenantDb,
  options: { partyId: string; override: OverrideShown | undefined; proposal: Proposal; userId: string },
): Promise<Proposed> {
  const { partyId, override, proposal, userId } = options;
  if (override?.state !== 'in-force') return { kind: 'refused', code: 'not-in-force' };
  const open = await db.overrideWaiver.count({ where: { partyId, override: override.id, verdict: null } });
  if (open > 0) return { kind: 'refused', code: 'already-proposed' };
  const { evidence, shownBy, reason } = proposal;
  const { id } = await db.overrideWaiver.create({
    data: { partyId, override: override.id, code: override.code, evidence, shownBy, reason, proposedById: userId },
    select: { id: true },
  });
  await recordActivity(db, {
    recordKind: 'supplier',
    recordId: partyId,
    act: 'propose-lifting',
    userId,
    after: { override: override.code, evidence, shownBy, reason },
  });
  return { kind: 'proposed', waiverId: id };
}
