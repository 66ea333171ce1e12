import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { Plan } from './pipeline/plan';
import { type BroughtBack, broughtBackSchema } from './undo/undo-data';

/** Brings back the archived suppliers that a list names, with an activity each. Returns them with the time at which each was archived. One statement. */
export async function bringBack(db: TenantDb, plan: Plan, userId: string): Promise<BroughtBack[]> {
  const known = plan.suppliers.flatMap(({ partyId }) => partyId ?? []);
  if (known.length === 0) return [];
  return queryRows(
    db,
    broughtBackSchema,
    sql`
    WITH archived AS (
      SELECT "organizationId", "partyId", "archivedAt" FROM "Supplier"
      WHERE "partyId" = ANY(${known}::uuid[]) AND "archivedAt" IS NOT NULL FOR NO KEY UPDATE
    ), back AS (
      UPDATE "Supplier" s SET "archivedAt" = NULL FROM archived a WHERE s."organizationId" = a."organizationId" AND s."partyId" = a."partyId"
      RETURNING a."partyId", a."archivedAt"
    ), recorded AS (
      INSERT INTO "Activity" ("recordKind", "recordId", "act", "userId", "changes")
      SELECT 'supplier', "partyId"::text, 'restore', ${userId}::uuid, '[]' FROM back
    )
    SELECT "partyId", to_json("archivedAt")#>>'{}' AS "archivedAt" FROM back`,
  );
}
