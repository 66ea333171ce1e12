import type { TenantDb } from '~/access/tenant-db.server';

/** Puts the reset of the demonstration on the queue; `server/reset-demonstration.ts` does it. */
export async function requestReset(db: TenantDb, { organizationId }: { organizationId: string }): Promise<void> {
  await db.$executeRaw`SELECT enqueue_job('reset-demonstration', ${JSON.stringify({ organizationId })}::json)`;
}
