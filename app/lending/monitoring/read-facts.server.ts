import { z } from 'zod';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { isWaived } from '~/lending/covenants/waived-covenant.server';

const factsSchema = z.tuple([
  z.object({
    overdueCovenants: z.number().int(),
    openBreaches: z.number().int(),
    eventsOfDefault: z.number().int(),
    openDeaths: z.number().int(),
  }),
]);
export type MonitoringFacts = z.output<typeof factsSchema>[0];

/**
 * Drawstop facts of a deal's covenants on `today`: overdue tests (from the day after the due date), unremedied breaches, events of default; and open incidents
 * with a death. A covenant that is waived today, or has ended, does not count. One query.
 */
export async function readMonitoringFacts(db: TenantDb, { dealId, today }: { dealId: string; today: string }): Promise<MonitoringFacts> {
  const [facts] = factsSchema.parse(
    await db.$queryRaw`
      WITH held AS (
        SELECT c."id", c."nextDueOn" FROM "Covenant" c
        WHERE c."dealId" = ${dealId}::uuid AND c."endedOn" IS NULL AND NOT ${isWaived(sql`c`, today)}
      ), breaches AS (SELECT b."status" FROM "CovenantBreach" b JOIN held h ON h."id" = b."covenantId")
      SELECT
        (SELECT count(*)::int FROM held WHERE "nextDueOn" < ${today}::date) AS "overdueCovenants",
        (SELECT count(*)::int FROM breaches WHERE "status" IN ('open', 'planned')) AS "openBreaches",
        (SELECT count(*)::int FROM breaches WHERE "status" = 'default') AS "eventsOfDefault",
        (SELECT count(*)::int FROM "MonitoringIncident" i WHERE i."dealId" = ${dealId}::uuid AND i."status" = 'open'
          AND (i."kind" = 'death' OR i."died" > 0)) AS "openDeaths"`,
  );
  return facts;
}
