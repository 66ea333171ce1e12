import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { covenantKinds } from '~/lending/covenants/covenant-lists';
import { isWaived } from '~/lending/covenants/waived-covenant.server';

const stopSchema = z.object({
  dealId: z.string(),
  code: z.enum(['breach', 'overdue-covenants']),
  covenantId: z.string(),
  number: z.number(),
  kind: z.enum(covenantKinds),
  /** Of a breach what is not met; of an overdue test the text of the covenant. */
  text: z.string(),
  /** Since when the breach exists, or when the test was due. */
  since: z.string(),
  plan: z.string().nullable(),
  planDueOn: z.string().nullable(),
});
export type CovenantStop = z.infer<typeof stopSchema>;

/** The covenants that put deals under a drawstop, by name: breaches with the agreed plan, and overdue tests, oldest first; at most 3 of a deal. One query. */
export async function readStops(db: TenantDb, { dealIds, today }: { dealIds: readonly string[]; today: string }): Promise<CovenantStop[]> {
  if (dealIds.length === 0) return [];
  return queryRows(
    db,
    stopSchema,
    sql`
    WITH held AS (
      SELECT k.* FROM "Covenant" k WHERE k."dealId" = ANY(${[...dealIds]}::uuid[]) AND k."endedOn" IS NULL AND NOT ${isWaived(sql`k`, today)}
    ), stops AS (
      SELECT h."dealId", 'breach' AS code, h."id" AS "covenantId", h."number", h."kind", b."text", b."openedOn" AS since, p."text" AS plan, b."planDueOn"
      FROM held h JOIN "CovenantBreach" b ON b."covenantId" = h."id" AND b."status" <> 'remedied'
      LEFT JOIN LATERAL (
        SELECT s."text" FROM "BreachStep" s WHERE s."breachId" = b."id" AND s."kind" = 'planned' ORDER BY s."at" DESC, s."id" DESC LIMIT 1) p ON true
      UNION ALL
      SELECT h."dealId", 'overdue-covenants', h."id", h."number", h."kind", h."text", h."nextDueOn", NULL, NULL FROM held h WHERE h."nextDueOn" < ${today}::date
    )
    SELECT s."dealId"::text AS "dealId", s.code, s."covenantId"::text AS "covenantId", s."number", s."kind", s."text", s.since::text AS since, s.plan,
      s."planDueOn"::text AS "planDueOn"
    FROM (SELECT x.*, row_number() OVER (PARTITION BY x."dealId", x.code ORDER BY x.since, x."number") AS place FROM stops x) s
    WHERE s.place <= 3 ORDER BY s."dealId", s.code = 'breach' DESC, s.place`,
  );
}
