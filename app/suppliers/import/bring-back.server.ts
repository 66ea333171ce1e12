import type { TenantDb } from '~/access/tenant-db.server';
import type { Plan } from './pipeline/plan';

/** Brings back the archived suppliers that a list names, with an activity each. One statement. */
export async function bringBack(db: TenantDb, plan: Plan, userId: string): Promise<void> {
  const known = plan.suppliers.flatMap(({ partyId }) => partyId ?? []);
  if (known.length === 0) return;
  await db.$executeRaw`
    WITH back AS (
      UPDATE "Supplier" SET "archivedAt" = NULL WHERE "partyId" = ANY(${known}::uuid[]) AND "archivedAt" IS NOT NULL RETURNING "partyId"
    )
    INSERT INTO "Activity" ("recordKind", "recordId", "act", "userId", "changes")
    SELECT 'supplier', "partyId"::text, 'restore', ${userId}::uuid, '[]' FROM back`;
}
