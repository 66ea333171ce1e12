import { z } from 'zod';
import { bandSchema, linkKindSchema } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import type { LinkOrders } from './order-totals';
import { readLinkOrders } from './read-order-totals.server';

const rowSchema = z.object({
  id: z.string(),
  edge: z.string(),
  side: z.enum(['up', 'down']),
  kind: linkKindSchema,
  product: z.string().nullable(),
  share: z.number().nullable(),
  volume: z.number().nullable(),
  volumeUnit: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  isInferred: z.boolean(),
  confidence: z.number().nullable(),
  sourceId: z.string(),
  hasEnded: z.boolean(),
  hasBegun: z.boolean(),
  /** Name of the site of this party at which the edge ends, where it is not the party itself. */
  atSite: z.string().nullable(),
  publicId: z.string(),
  name: z.string(),
  partyKind: z.string(),
  country: z.string().nullable(),
  band: bandSchema.nullable().catch(null),
});
/** `orders`: what order lines add up to on this edge, at the first of its spans. */
export type ListedLink = z.infer<typeof rowSchema> & { orders: LinkOrders | null };

const take = 200;

/**
 * The direct links of a party and of its sites on a day, ended ones too, as known now or at an instant: current ones first, then by name and
 * the newest period; at most 200 on each side.
 * `up`: into the party, `down`: out of it. Two queries.
 */
export async function listLinks(
  db: TenantDb,
  partyId: string,
  { day, knownAt }: { day: string; knownAt: string | null },
): Promise<{ up: ListedLink[]; down: ListedLink[]; isCut: boolean }> {
  const found = rowSchema.array().parse(
    await db.$queryRaw`
      WITH ours AS (SELECT ${partyId}::uuid AS id UNION ALL SELECT "partyId" FROM "Site" WHERE "supplierPartyId" = ${partyId}::uuid),
      found AS (
        SELECT 'up' AS side, l."toPartyId" AS ours, l."fromPartyId" AS other, l.* FROM known_links(${knownAt}::timestamptz) l JOIN ours ON ours.id = l."toPartyId"
        UNION ALL
        SELECT 'down', l."fromPartyId", l."toPartyId", l.* FROM known_links(${knownAt}::timestamptz) l JOIN ours ON ours.id = l."fromPartyId"
      ), named AS (
        SELECT f."id", f."fromPartyId" || ' ' || f."toPartyId" AS edge, f.side, f."kind", f."product", f."share"::float8 AS share, f."volume"::float8 AS volume, f."volumeUnit",
          f."validFrom"::text AS "validFrom", f."validTo"::text AS "validTo", f."isInferred", f."confidence"::float8 AS confidence, f."sourceId",
          COALESCE(f."validTo" < ${day}::date, false) AS "hasEnded", COALESCE(f."validFrom" <= ${day}::date, true) AS "hasBegun",
          CASE WHEN f.ours = ${partyId}::uuid THEN NULL ELSE (SELECT "name" FROM "Party" WHERE "id" = f.ours) END AS "atSite",
          p."publicId", p."name", p."kind" AS "partyKind", COALESCE(s."country", t."country", b."country") AS country, s."band",
          row_number() OVER (PARTITION BY f.side ORDER BY COALESCE(f."validTo" < ${day}::date, false), p."nameKey", f.other, f."kind", f."validFrom" DESC NULLS LAST, f."id") AS place
        FROM found f JOIN "Party" p ON p."organizationId" = f."organizationId" AND p."id" = f.other
        LEFT JOIN "Supplier" s ON s."organizationId" = p."organizationId" AND s."partyId" = p."id"
        LEFT JOIN "Site" t ON t."organizationId" = p."organizationId" AND t."partyId" = p."id"
        LEFT JOIN "LabourRecruiter" b ON b."organizationId" = p."organizationId" AND b."partyId" = p."id"
      )
      SELECT * FROM named WHERE place <= ${take + 1}::int ORDER BY side, place`,
  );
  const orders = await readLinkOrders(db, { partyId, knownAt });
  const rows = found.map(({ edge, ...link }): ListedLink => {
    const ofEdge = link.kind === 'supplies' || link.kind === 'subcontracts' ? (orders.get(edge) ?? null) : null;
    if (ofEdge) orders.delete(edge);
    return { ...link, edge, orders: ofEdge };
  });
  const up = rows.filter(({ side }) => side === 'up');
  const down = rows.filter(({ side }) => side === 'down');
  return { up: up.slice(0, take), down: down.slice(0, take), isCut: up.length > take || down.length > take };
}
