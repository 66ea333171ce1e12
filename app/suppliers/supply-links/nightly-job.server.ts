import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { engineVersion } from '#scoring';
import { startRun } from '~/platform/jobs/start-run.server';
import { recomputeTiers } from './recompute-tiers.server';

const foundSchema = z.tuple([z.object({ links: z.boolean(), facts: z.boolean(), method: z.boolean() })]);
export type Turned = z.infer<typeof foundSchema>[0];

/**
 * Follows the calendar: where links began or ended since the last run, tiers are computed again; where facts or recruiters did, or scores have another
 * version of the method, scoring is ordered. Inherited risk is computed on each page and needs nothing. A second run on one day does nothing. Two queries
 * when nothing happened. Returns what was done.
 * @param today ISO date, UTC
 */
export async function runNightlyJob(db: TenantDb, { organizationId, today }: { organizationId: string; today: string }): Promise<Turned> {
  const [found] = foundSchema.parse(
    await db.$queryRaw`
      WITH last AS (SELECT COALESCE("turnedOn", "createdAt"::date) AS day FROM "Organization" WHERE "id" = ${organizationId}::uuid)
      SELECT
        EXISTS (SELECT FROM known_links() l, last WHERE l."kind" IN ('supplies', 'subcontracts')
          AND (l."validFrom" > last.day AND l."validFrom" <= ${today}::date OR l."validTo" >= last.day AND l."validTo" < ${today}::date)) AS links,
        EXISTS (SELECT FROM known_facts() f, last
          WHERE f."validFrom" > last.day AND f."validFrom" <= ${today}::date OR f."validTo" >= last.day AND f."validTo" < ${today}::date)
          OR EXISTS (SELECT FROM known_links() l, last WHERE l."kind" = 'recruits'
            AND (l."validFrom" > last.day AND l."validFrom" <= ${today}::date OR l."validTo" >= last.day AND l."validTo" < ${today}::date)) AS facts,
        EXISTS (SELECT FROM "Supplier" s JOIN "Score" c ON c."organizationId" = s."organizationId" AND c."id" = s."scoreId"
          WHERE s."archivedAt" IS NULL AND c."engineVersion" <> ${engineVersion}) AS method`,
  );
  if (found.links) await recomputeTiers(db);
  if (found.facts || found.method) await startRun(db, { kind: 'score-all', organizationId, userId: null });
  await db.$executeRaw`
    UPDATE "Organization" SET "turnedOn" = ${today}::date WHERE "id" = ${organizationId}::uuid AND "turnedOn" IS DISTINCT FROM ${today}::date`;
  return found;
}
