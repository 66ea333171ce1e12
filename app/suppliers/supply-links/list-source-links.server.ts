import { z } from 'zod';
import { linkKindSchema } from '#scoring';
import { queryRows } from '~/access/sql/query.server';
import { noSql, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { decodeCursor } from '~/platform/lists/cursor';
import { cutPage } from '~/platform/lists/cut-page';

const rowSchema = z.object({
  id: z.string(),
  kind: linkKindSchema,
  product: z.string().nullable(),
  share: z.number().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  isInferred: z.boolean(),
  confidence: z.number().nullable(),
  withdrawnAs: z.enum(['taken-away', 'corrected', 'taken-back']).nullable(),
  fromKey: z.string(),
  fromPublicId: z.string(),
  fromName: z.string(),
  fromKind: z.string(),
  toPublicId: z.string(),
  toName: z.string(),
  toKind: z.string(),
});
export type SourceLink = z.infer<typeof rowSchema>;
const perPage = 50;
type Cursors = { after: string | null; before: string | null };

/**
 * A page of the supply links that one source tells of, by the name of the party where they begin. Those that were taken away or corrected since
 * are among them, since the source did say so. Two queries, however many there are.
 */
export async function listSourceLinks(
  db: TenantDb,
  options: { sourceId: string; cursors: Cursors },
): Promise<{ rows: SourceLink[]; total: number } & Cursors> {
  const { sourceId, cursors } = options;
  const after = decodeCursor(cursors.after);
  const before = after ? null : decodeCursor(cursors.before);
  const at = after ?? before;
  const order = before ? sql`DESC` : sql`ASC`;
  const behind = at ? sql`AND (a."nameKey", l."id") ${after ? sql`>` : sql`<`} (${String(at.value)}, ${at.id}::uuid)` : noSql;
  const found = await queryRows(
    db,
    rowSchema,
    sql`
      SELECT l."id", l."kind", l."product", l."share"::float8 AS share, l."validFrom"::text AS "validFrom", l."validTo"::text AS "validTo",
         l."isInferred", l."confidence"::float8 AS confidence, CASE WHEN l."withdrawnAt" IS NOT NULL THEN l."withdrawnAs" END AS "withdrawnAs",
         a."nameKey" AS "fromKey", a."publicId" AS "fromPublicId", a."name" AS "fromName", a."kind" AS "fromKind",
         b."publicId" AS "toPublicId", b."name" AS "toName", b."kind" AS "toKind"
       FROM "SupplyLink" l
       JOIN "Party" a ON a."organizationId" = l."organizationId" AND a."id" = l."fromPartyId"
       JOIN "Party" b ON b."organizationId" = l."organizationId" AND b."id" = l."toPartyId"
       WHERE l."sourceId" = ${sourceId}::uuid ${behind}
       ORDER BY a."nameKey" ${order}, l."id" ${order} LIMIT ${perPage + 1}::int`,
  );
  const total = await db.supplyLink.count({ where: { sourceId } });
  const page = cutPage(found, { take: perPage, from: at, isBackward: before !== null }, ({ fromKey, id }) => ({ value: fromKey, id }));
  return { ...page, total };
}
