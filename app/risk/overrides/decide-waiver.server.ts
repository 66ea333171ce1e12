import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { Verdict } from './schema';

export type Decided =
  | { kind: 'decided' }
  | { kind: 'refused'; code: 'unknown-lifting' | 'own-proposal' | 'someone-elses' | 'already-decided' };

const acts = { lifted: 'lift-override', refused: 'refuse-lifting', withdrawn: 'withdraw-lifting' } as const satisfies Record<
  Verdict,
  string
>;

/**
 * Decides on a proposal: another member lifts or refuses, the one who made it may take it back. Of two at once the first counts. The supplier
 * is scored again by the caller.
 */
export async function decideWaiver(
  db: TenantDb,
  options: { partyId: string; waiverId: string; verdict: Verdict; userId: string; now: Date },
): Promise<Decided> {
  const { partyId, waiverId, verdict, userId, now } = options;
  const lifting = await db.overrideWaiver.findFirst({ where: { id: waiverId, partyId }, select: { code: true, proposedById: true } });
  if (!lifting) return { kind: 'refused', code: 'unknown-lifting' };
  const isOwn = lifting.proposedById === userId;
  if (isOwn && verdict !== 'withdrawn') return { kind: 'refused', code: 'own-proposal' };
  if (!isOwn && verdict === 'withdrawn') return { kind: 'refused', code: 'someone-elses' };
  const { count } = await db.overrideWaiver.updateMany({
    where: { id: waiverId, verdict: null },
    data: { verdict, decidedById: userId, decidedAt: now },
  });
  if (count === 0) return { kind: 'refused', code: 'already-decided' };
  await recordActivity(db, { recordKind: 'supplier', recordId: partyId, act: acts[verdict], userId, after: { override: lifting.code } });
  return { kind: 'decided' };
}
