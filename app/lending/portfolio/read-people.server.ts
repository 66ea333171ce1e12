import { z } from 'zod';
import { queryFirst, queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { PortfolioFilter } from './filter';
import { lentRows, partiesOfLent } from './lent-rows.server';
import { bandSchema } from './row-schemas';

/** `workers`: null is unknown, never zero. */
const companySchema = z.object({
  publicId: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  sites: z.number(),
  band: bandSchema,
  workers: z.number().nullable(),
});
const dealSchema = z.object({
  ...{ id: z.string(), projectName: z.string(), companies: z.number(), workers: z.number(), withoutWorkers: z.number() },
  riskiest: z.array(companySchema),
});
const totalSchema = z.object({
  ...{ deals: z.number(), companies: z.number(), workers: z.number(), withoutWorkers: z.number() },
  /** Companies of several deals, which count once in the total: how many, and the first two by name. */
  shared: z.number(),
  sharedNames: z.array(z.string()),
});
export type PeopleAtRisk = { total: z.infer<typeof totalSchema>; deals: z.infer<typeof dealSchema>[] };

/** How many deals, and companies of each, are shown. */
const shown = { deals: 4, companies: 3 };

/**
 * Where people are at risk: companies at severe or high risk that are the client of a deal or named in it, with their place and workers; a company of two deals
 * counts once in the total. Workers are those of its sites where these are known, as on a company's home. Two queries.
 */
export async function readPeople(db: TenantDb, { filter, today }: { filter: PortfolioFilter; today: string }): Promise<PeopleAtRisk> {
  const risky = sql`
    WITH lent AS MATERIALIZED (${lentRows(filter, today)}), named AS MATERIALIZED (${partiesOfLent}), risky AS MATERIALIZED (
      SELECT r.*, COALESCE(t.workers, r."workers") AS people, COALESCE(t.sites, 0)::int AS sites FROM (
        SELECT DISTINCT n.tx, s."partyId", s."band", s."country", s."workers" FROM named n
        JOIN "Supplier" s ON s."partyId" = n.party AND s."archivedAt" IS NULL AND s."scoreStatus" = 'scored' AND s."band" IN ('high', 'severe')) r
      LEFT JOIN LATERAL (
        SELECT sum(t."workers") AS workers, count(*) AS sites FROM "Site" t WHERE t."supplierPartyId" = r."partyId") t ON true
    )`;
  const total = await queryFirst(
    db,
    totalSchema,
    sql`${risky}, once AS (SELECT "partyId", people, count(DISTINCT tx) > 1 AS shared FROM risky GROUP BY 1, 2)
      SELECT (SELECT count(DISTINCT tx)::int FROM risky) AS deals, count(*)::int AS companies, COALESCE(sum(people), 0)::int AS workers,
        count(*) FILTER (WHERE people IS NULL)::int AS "withoutWorkers", count(*) FILTER (WHERE shared)::int AS "shared",
        COALESCE((array_agg(p."name" ORDER BY p."name") FILTER (WHERE shared))[1:2], '{}') AS "sharedNames"
      FROM once JOIN "Party" p ON p."id" = once."partyId"`,
  );
  const deals = await queryRows(
    db,
    dealSchema,
    sql`${risky}, placed AS (
        SELECT r.*, p."name", p."publicId", row_number() OVER (
          PARTITION BY r.tx ORDER BY r."band" = 'severe' DESC, r.people DESC NULLS LAST, p."name", p."id") AS place
        FROM risky r JOIN "Party" p ON p."id" = r."partyId"
      )
      SELECT l."id", l."projectName", count(*)::int AS companies, COALESCE(sum(r.people), 0)::int AS workers,
        count(*) FILTER (WHERE r.people IS NULL)::int AS "withoutWorkers",
        jsonb_agg(jsonb_build_object('publicId', r."publicId", 'name', r."name", 'country', r."country", 'sites', r.sites, 'band', r."band",
          'workers', r.people, 'city', (
            SELECT COALESCE(
              (SELECT f."values"->>'city' FROM known_facts() f WHERE f."partyId" = r."partyId" AND jsonb_exists(f."values", 'city')
                ORDER BY f."recordedAt" DESC, f."id" DESC LIMIT 1),
              (SELECT min(t."city") FROM "Site" t WHERE t."supplierPartyId" = r."partyId" HAVING count(*) = 1)))
          ) ORDER BY r.place) FILTER (WHERE r.place <= ${shown.companies}::int) AS riskiest
      FROM placed r JOIN lent l ON l."id" = r.tx
      GROUP BY l."id", l."projectName", l."usd"
      ORDER BY count(*) FILTER (WHERE r."band" = 'severe') > 0 DESC, sum(r.people) DESC NULLS LAST, l."id" LIMIT ${shown.deals}::int`,
  );
  return { total: total ?? { deals: 0, companies: 0, workers: 0, withoutWorkers: 0, shared: 0, sharedNames: [] }, deals };
}
