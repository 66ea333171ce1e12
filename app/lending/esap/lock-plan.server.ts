import type { TenantDb } from '~/access/tenant-db.server';
import { type FoundTransaction, lockTransaction } from '~/lending/deals/find-transaction.server';

export type PlanClosed = { kind: 'unknown' } | { kind: 'refused'; code: 'is-declined' };

/** Finds a transaction whose plan is to change, and lets no other change of it run meanwhile. A plan of what was declined or has ended stays as it is. */
export async function lockPlan(db: TenantDb, transactionId: string): Promise<{ kind: 'found'; found: FoundTransaction } | PlanClosed> {
  const found = await lockTransaction(db, transactionId);
  if (!found) return { kind: 'unknown' };
  if (found.status === 'declined' || found.status === 'exited') return { kind: 'refused', code: 'is-declined' };
  return { kind: 'found', found };
}

/** The number of the plan's next line. Only under the lock. */
export async function nextNumber(db: TenantDb, transactionId: string): Promise<number> {
  const last = await db.esapLine.aggregate({ where: { transactionId }, _max: { number: true } });
  return (last._max.number ?? 0) + 1;
}
