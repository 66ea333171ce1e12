import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordColumns } from './read-record';

/** A transaction of this id as far as verbs need it, or null. */
export async function findTransaction(db: TenantDb, transactionId: string) {
  if (!z.guid().safeParse(transactionId).success) return null;
  return db.transaction.findFirst({
    where: { id: transactionId },
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
export type FoundTransaction = NonNullable<Awaited<ReturnType<typeof findTransaction>>>;

/** Finds it and lets no other change of it run before the transaction of the database ends. */
export async function lockTransaction(db: TenantDb, transactionId: string): Promise<FoundTransaction | null> {
  const id = z.guid().safeParse(transactionId);
  if (!id.success) return null;
  await db.$queryRaw`SELECT 1 FROM "Transaction" WHERE "id" = ${id.data}::uuid FOR NO KEY UPDATE`;
  return findTransaction(db, id.data);
}
