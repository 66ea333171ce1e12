import { z } from 'zod';
import { bands } from '#scoring';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { isWaived } from '~/lending/covenants/waived-covenant.server';
import { alertedDeals, dealAlertSchema } from './alerted-deals.server';
import type { PortfolioFilter } from './filter';
import { lentRows, partiesOfLent } from './lent-rows.server';
import { bandSchema } from './row-schemas';
import { type WatchReason, watchReasons } from './watch-reasons';

const rowSchema = z.array(
  z.object({
    id: z.string(),
    number: z.string(),
    projectName: z.string(),
    client: z.string(),
    clientPublicId: z.string(),
    status: z.string(),
    band: bandSchema,
    currency: z.string(),
    commitmentMinor: z.number().nullable(),
    usdCents: z.number().nullable(),
    reasons: z.array(z.object({ code: z.enum(watchReasons), items: z.number(), since: z.string().nullable(), was: bandSchema })),
    /** Of the reason *alerts*: the company under the most serious one. */
    alert: dealAlertSchema.nullable(),
    total: z.number(),
    counts: z.record(z.string(), z.number()),
  }),
);
export type WatchedRow = Omit<z.infer<typeof rowSchema>[number], 'total' | 'counts'>;
export type Watched = { rows: WatchedRow[]; total: number; counts: Partial<Record<WatchReason, number>> };

/** How many days back a better band counts as having worsened since. */
export const worsenedWithinDays = 180;
export const watchedOnPage = 50;
const rank = (column: ReturnType<typeof sql>) => sql`array_position(${[...bands]}::text[], ${column})`;

/** Covenants of the deals in force today: not ended and not waived, as `monitoring/read-facts` counts them for one. */
const heldCovenants = (today: string) => sql`
  SELECT l."id" AS tx, k."id", k."nextDueOn" AS due FROM lent l JOIN "Covenant" k ON k."dealId" = l."id" AND k."endedOn" IS NULL
  WHERE NOT ${isWaived(sql`k`, today)}`;

/**
 * The watch list: deals with their reasons, most reasons first, then the largest exposure. `reason`: only those that have it; `among`: one of these. Sensitive cases appear as a
 * drawstop only, after two people released them (`transaction/step-facts`). Days are counted by `today` (ISO), notification deadlines by `now`; whether a copy
 * may still be read is decided by the database. One query, however many deals.
 */
export async function readWatch(
  db: TenantDb,
  options: { filter: PortfolioFilter; today: string; now: Date; reason: WatchReason | null; among?: readonly WatchReason[]; page: number },
): Promise<Watched> {
  const { filter, today, now, reason, among = reason === null ? watchReasons : [reason], page } = options;
  const rows = rowSchema.parse(
    await db.$queryRaw`
      WITH lent AS MATERIALIZED (${lentRows(filter, today)}), named AS MATERIALIZED (${partiesOfLent}), held AS MATERIALIZED (${heldCovenants(today)}),
        alerted AS MATERIALIZED (${alertedDeals(today)}), raised AS (
        SELECT n.tx, 'drawstop' AS code, 1 AS items, NULL::text AS since, NULL::text AS was FROM named n
          JOIN "Supplier" s ON s."partyId" = n.party AND s."band" = 'severe' JOIN "Score" c ON c."id" = s."scoreId"
          WHERE c."result" @? '$.overrides[*] ? (@.code == "O1" && @.state == "in-force")'::jsonpath GROUP BY n.tx
        UNION ALL
        SELECT l."id", CASE WHEN e."milestone" IN ('cp-signing', 'cp-disbursement') THEN 'overdue-conditions' ELSE 'overdue-lines' END, count(*)::int,
          min(e."dueOn")::text, NULL FROM lent l
          JOIN "EsapItem" e ON e."dealId" = l."id" AND e."status" NOT IN ('verified', 'dropped') AND e."dueOn" < ${today}::date
            AND (e."status" <> 'done' OR e."milestone" IN ('cp-signing', 'cp-disbursement')) GROUP BY 1, 2
        UNION ALL
        SELECT h.tx, 'overdue-covenants', count(*)::int, min(h.due)::text, NULL FROM held h WHERE h.due < ${today}::date GROUP BY h.tx
        UNION ALL
        SELECT h.tx, 'breach', count(*)::int, min(b."openedOn")::text, NULL FROM held h
          JOIN "CovenantBreach" b ON b."covenantId" = h.id AND b."status" <> 'remedied' GROUP BY h.tx
        UNION ALL
        SELECT l."id", 'overdue-reports', count(*)::int, min(r."nextDueOn")::text, NULL FROM lent l
          JOIN "ReportSchedule" r ON r."dealId" = l."id" AND r."nextDueOn" < ${today}::date GROUP BY l."id"
        UNION ALL
        SELECT l."id", 'death', count(*)::int, to_char(min(i."learnedAt") AT TIME ZONE 'UTC', 'YYYY-MM-DD'), NULL FROM lent l
          JOIN "MonitoringIncident" i ON i."dealId" = l."id" AND i."status" = 'open' AND (i."kind" = 'death' OR i."died" > 0) GROUP BY l."id"
        UNION ALL
        SELECT l."id", 'incident-untold', count(*)::int, to_char(min(i."deadlineAt") AT TIME ZONE 'UTC', 'YYYY-MM-DD'), NULL FROM lent l
          JOIN "MonitoringIncident" i ON i."dealId" = l."id" AND i."status" = 'open' AND i."reportedAt" IS NULL AND i."deadlineAt" < ${now} GROUP BY l."id"
        UNION ALL
        SELECT n.tx, 'overdue-actions', count(*)::int, min(a."dueOn")::text, NULL FROM named n
          JOIN "Finding" f ON f."partyId" = n.party AND f."withdrawnAt" IS NULL
          JOIN "CorrectiveAction" a ON a."findingId" = f."id" AND a."status" IN ('pending', 'in-progress') AND a."dueOn" < ${today}::date GROUP BY n.tx
        UNION ALL
        SELECT a.tx, 'alerts', a.companies, a.since, NULL FROM alerted a
        UNION ALL
        SELECT l."id", 'band-worsened', 1, max(b."createdAt")::date::text, (array_agg(b.band ORDER BY ${rank(sql`b.band`)}))[1] FROM lent l
          JOIN "Score" c ON c."id" = l."scoreId"
          JOIN LATERAL (
            SELECT o."result"->>'band' AS band, o."createdAt" FROM "Score" o WHERE o."partyId" = l."clientPartyId" AND o."engineVersion" = c."engineVersion"
              AND o."parameterHash" IS NOT DISTINCT FROM c."parameterHash" AND o."createdAt" >= ${today}::date - ${worsenedWithinDays}::int) b ON true
          WHERE ${rank(sql`b.band`)} < ${rank(sql`l."band"`)} GROUP BY l."id"
        UNION ALL
        SELECT l."id", CASE WHEN l."score" IS NULL THEN 'not-scored' ELSE 'place-alone' END, 1, NULL, NULL FROM lent l
          WHERE l."score" IS NULL OR l."basis" IN ('D', 'E')
        UNION ALL
        SELECT n.tx, 'access-revoked', count(DISTINCT w.id)::int, NULL, NULL FROM named n
          JOIN "QuestionnaireResponse" a ON a."partyId" = n.party
          JOIN (
            SELECT r."responseId" AS id FROM "QuestionnaireRequest" r WHERE r."organizationId" = NULLIF(current_setting('app.organization_id', true), '')::uuid
              AND r."snapshotId" IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM "DocumentRecipient" s WHERE s."organizationId" = r."supplierOrganizationId" AND s."documentId" = r."snapshotId"
                AND s."revokedAt" IS NULL AND s."expiresAt" > now())
            UNION ALL
            SELECT g."responseId" FROM "AttachedResponse" g WHERE g."detachedAt" IS NULL AND NOT EXISTS (
              SELECT 1 FROM "DocumentRecipient" s WHERE s."organizationId" = g."granterOrganizationId" AND s."documentId" = g."snapshotId"
              AND s."revokedAt" IS NULL AND s."expiresAt" > now())
          ) w ON w.id = a."id" GROUP BY n.tx
      ), watched AS (
        SELECT tx, jsonb_agg(jsonb_build_object('code', code, 'items', items, 'since', since, 'was', was)
            ORDER BY array_position(${[...watchReasons]}::text[], code)) AS reasons,
          count(*) AS many, bool_or(code = ANY(${[...among]}::text[])) AS has FROM raised GROUP BY tx
      ), counted AS (
        SELECT COALESCE(jsonb_object_agg(code, n), '{}') AS counts FROM (SELECT code, count(*)::int AS n FROM raised GROUP BY code) r
      )
      SELECT l."id", l."number", l."projectName", p."name" AS client, p."publicId" AS "clientPublicId", l."status", l."band", l."currency",
        l."commitmentMinor"::float8 AS "commitmentMinor", l."usd"::float8 AS "usdCents", w.reasons, (count(*) OVER ())::int AS total, counted.counts,
        CASE WHEN al.tx IS NOT NULL THEN jsonb_build_object(
          'publicId', al."publicId", 'name', al.name, 'country', al.country, 'companies', al.companies, 'since', al.since) END AS alert
      FROM watched w JOIN lent l ON l."id" = w.tx LEFT JOIN alerted al ON al.tx = w.tx JOIN "Party" p ON p."id" = l."clientPartyId" CROSS JOIN counted
      WHERE w.has
      ORDER BY w.many DESC, l."usd" DESC NULLS LAST, l."number" LIMIT ${watchedOnPage}::int OFFSET ${(page - 1) * watchedOnPage}::int`,
  );
  const [first] = rows;
  return { rows: rows.map(({ total: _, counts: __, ...row }) => row), total: first?.total ?? 0, counts: first?.counts ?? {} };
}
