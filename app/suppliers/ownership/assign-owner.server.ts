import { z } from 'zod';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { notify } from '~/platform/notifications/notify.server';
import { type ChosenSuppliers, chosenSuppliers } from '~/suppliers/registry/choose-suppliers.server';
import { memberName } from './list-people.server';

export type Assigned = { kind: 'assigned'; count: number } | { kind: 'refused'; code: 'no-member' };

/** Makes a member the owner of suppliers, or leaves them without one (null). Each supplier that changes records it, and the owner is notified once. One statement, however many suppliers. */
export async function assignOwner(
  db: TenantDb,
  options: { suppliers: ChosenSuppliers; ownerId: string | null; userId: string; now: Date },
): Promise<Assigned> {
  const { suppliers, ownerId, userId, now } = options;
  const name = ownerId === null ? null : await memberName(db, ownerId);
  if (ownerId !== null && name === null) return { kind: 'refused', code: 'no-member' };
  const changed = await queryFirst(
    db,
    z.object({ count: z.number(), firstId: z.string().nullable() }),
    sql`
      WITH chosen AS (
        SELECT o."partyId", o."ownerId", u."name" FROM "Supplier" o LEFT JOIN "User" u ON u."id" = o."ownerId"
        WHERE o."partyId" IN (${chosenSuppliers(suppliers)}) AND o."ownerId" IS DISTINCT FROM ${ownerId}::uuid FOR UPDATE OF o
      ), changed AS (
        UPDATE "Supplier" s SET "ownerId" = ${ownerId}::uuid FROM chosen c WHERE s."partyId" = c."partyId" RETURNING s."partyId", c."name"
      ), recorded AS (
        INSERT INTO "Activity" ("recordKind", "recordId", "act", "changes", "userId")
        SELECT 'supplier', c."partyId"::text, 'assign-owner', jsonb_build_array(jsonb_build_object('field', 'owner', 'before', c."name", 'after', ${name}::text)), ${userId}::uuid
        FROM changed c
      )
      SELECT count(*)::int AS "count", min("partyId"::text) AS "firstId" FROM changed`,
  );
  const count = changed?.count ?? 0;
  if (changed?.firstId)
    await notify(db, {
      ...{ event: 'supplier-assigned', recordId: changed.firstId, partyId: count === 1 ? changed.firstId : null, count },
      ...{ recipients: [ownerId], causedById: userId, now, occurrence: now.toISOString() },
    });
  return { kind: 'assigned', count };
}
