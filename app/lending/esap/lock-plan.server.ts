import type { TenantDb } from '~/access/tenant-db.server';
import { type FoundDeal, lockDeal } from '~/lending/deal-record/find-deal.server';

export type PlanClosed = { kind: 'unknown' } | { kind: 'refused'; code: 'is-declined' };

/** Locks a deal whose plan is to change. The plan of a declined or ended deal cannot change. */
export async function lockPlan(db: TenantDb, dealId: string): Promise<{ kind: 'found'; found: FoundDeal } | PlanClosed> {
  const found = await lockDeal(db, dealId);
  if (!found) return { kind: 'unknown' };
  if (found.status === 'declined' || found.status === 'exited') return { kind: 'refused', code: 'is-declined' };
  return { kind: 'found', found };
}

/** The number of the plan's next line. Only under the lock. */
export async function nextNumber(db: TenantDb, dealId: string): Promise<number> {
  const last = await db.esapItem.aggregate({ where: { dealId }, _max: { number: true } });
  return (last._max.number ?? 0) + 1;
}
