import { z } from 'zod';
import { alertKindSchema } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { alertPartySchema, basisSchema } from './basis';

/** How many suppliers the strip names. */
const named = 5;

const rowSchema = z.object({
  ...alertPartySchema.shape,
  id: z.string(),
  kind: alertKindSchema,
  isToBeConfirmed: z.boolean(),
  basis: basisSchema.pick({ subject: true, country: true, labour: true, comparisons: true, via: true }),
  firstSeenAt: z.date(),
  /** Current alerts of the supplier beside this one. */
  others: z.number(),
  suppliers: z.number(),
  alerts: z.number(),
  toConfirm: z.number(),
});
export type StripRow = Omit<z.output<typeof rowSchema>, 'suppliers' | 'alerts' | 'toConfirm'>;
export type AlertStrip = { rows: StripRow[]; suppliers: number; alerts: number; toConfirm: number };

/**
 * The suppliers with the most serious current alerts, each with its most serious one: by rank, then score, then name. With how many suppliers and alerts
 * there are, and how many wait for a person. One query. Null where there is no alert.
 */
export async function readAlertStrip(db: TenantDb): Promise<AlertStrip | null> {
  const rows = rowSchema.array().parse(
    await db.$queryRaw`
      WITH current AS MATERIALIZED (
        SELECT a."id", a."partyId", a."kind", a."isToBeConfirmed", a."status", a."rank", a."firstSeenAt", s."country", s."tier", s."band", s."score",
          row_number() OVER (PARTITION BY a."partyId" ORDER BY a."rank", a."firstSeenAt", a."id") AS place, count(*) OVER (PARTITION BY a."partyId") AS own
        FROM "Alert" a JOIN "Supplier" s ON s."organizationId" = a."organizationId" AND s."partyId" = a."partyId" AND s."archivedAt" IS NULL
        WHERE a."endedAt" IS NULL AND a."status" <> 'dismissed'
      ), counted AS (
        SELECT count(*)::int AS alerts, count(DISTINCT "partyId")::int AS suppliers,
          (count(*) FILTER (WHERE "status" = 'open' AND "isToBeConfirmed"))::int AS "toConfirm" FROM current
      )
      SELECT c."id", c."kind", c."isToBeConfirmed" AND c."status" = 'open' AS "isToBeConfirmed", a."basis", c."firstSeenAt", (c.own - 1)::int AS others,
        p."publicId", p."name", c."country", c."tier", c."band", c."score"::float8 AS "score", counted.*
      FROM current c CROSS JOIN counted JOIN "Alert" a ON a."id" = c."id" JOIN "Party" p ON p."id" = c."partyId"
      WHERE c.place = 1 ORDER BY c."rank", c."score" DESC NULLS LAST, p."nameKey", c."id" LIMIT ${named}::int`,
  );
  const [first] = rows;
  if (!first) return null;
  const { suppliers, alerts, toConfirm } = first;
  return { rows: rows.map(({ suppliers: _, alerts: __, toConfirm: ___, ...row }) => row), suppliers, alerts, toConfirm };
}
