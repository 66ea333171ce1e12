import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordColumns } from './read-record';

/** A deal with the fields that use cases need, or null. */
export async function findDeal(db: TenantDb, dealId: string) {
  if (!z.guid().safeParse(dealId).success) return null;
  return db.deal.findFirst({
    where: { id: dealId },
    select: {
      ...recordColumns,
      id: true,
      number: true,
      status: true,
      heldFrom: true,
      revision: true,
      clientPartyId: true,
      equatorId: true,
      ps2Id: true,
    },
  });
}
export type FoundDeal = NonNullable<Awaited<ReturnType<typeof findDeal>>>;

/** The same, locked until the end of the database transaction. */
export async function lockDeal(db: TenantDb, dealId: string): Promise<FoundDeal | null> {
  const id = z.guid().safeParse(dealId);
  if (!id.success) return null;
  await db.$queryRaw`SELECT 1 FROM "Deal" WHERE "id" = ${id.data}::uuid FOR NO KEY UPDATE`;
  return findDeal(db, id.data);
}
