import { z } from 'zod';
import { queryFirst, queryRows } from '~/access/sql/query.server';
import { noSql, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { shownLine } from '~/suppliers/labour-recruiters/shown-line';
import { shownRecord } from '~/suppliers/facts/shown-fact';
import { decodeCursor } from '~/platform/lists/cursor';
import { cutPage } from '~/platform/lists/cut-page';

const rowSchema = z.object({
  id: z.string(),
  isLine: z.boolean(),
  values: z.record(z.string(), z.unknown()).catch({}),
  nameKey: z.string(),
  publicId: z.string(),
  name: z.string(),
  kind: z.string(),
  workers: z.number().nullable(),
});
/** Parties with all that was learned of each: so many fill two screens. */
const perPage = 12;
type Cursors = { after: string | null; before: string | null };

export type SourceFact = { id: string; values: Record<string, unknown>; party: { publicId: string; name: string; kind: string } };

/**
 * A page of what was learned of parties from one source, by the party's name: facts, and lines of labour providers.
 * Shares that would give away a small group are words. Two queries, however much there is.
 */
export async function listSourceFacts(
  db: TenantDb,
  options: { sourceId: string; cursors: Cursors },
): Promise<{ rows: SourceFact[]; total: number } & Cursors> {
  const { sourceId, cursors } = options;
  const after = decodeCursor(cursors.after);
  const before = after ? null : decodeCursor(cursors.before);
  const at = after ?? before;
  const order = before ? sql`DESC` : sql`ASC`;
  const behind = at ? sql`WHERE (p."nameKey", f."id") ${after ? sql`>` : sql`<`} (${String(at.value)}, ${at.id}::uuid)` : noSql;
  const found = await queryRows(
    db,
    rowSchema,
    sql`
      WITH learned AS (
         SELECT "id", false AS "isLine", "values", "partyId" FROM "Fact" WHERE "sourceId" = ${sourceId}::uuid
         UNION ALL SELECT "id", true, "values", "partyId" FROM "RecruiterRecord" WHERE "sourceId" = ${sourceId}::uuid
       )
       SELECT f."id", f."isLine", f."values", p."nameKey", p."publicId", p."name", p."kind", COALESCE(s."workers", t."workers") AS workers
       FROM learned f JOIN "Party" p ON p."id" = f."partyId"
       LEFT JOIN "Supplier" s ON s."organizationId" = p."organizationId" AND s."partyId" = p."id"
       LEFT JOIN "Site" t ON t."organizationId" = p."organizationId" AND t."partyId" = p."id"
       ${behind}
       ORDER BY p."nameKey" ${order}, f."id" ${order} LIMIT ${perPage + 1}::int`,
  );
  const counted = await queryFirst(
    db,
    z.object({ total: z.number() }),
    sql`
      SELECT ((SELECT count(*) FROM "Fact" WHERE "sourceId" = ${sourceId}::uuid)
        + (SELECT count(*) FROM "RecruiterRecord" WHERE "sourceId" = ${sourceId}::uuid))::int AS total`,
  );
  const page = cutPage(found, { take: perPage, from: at, isBackward: before !== null }, ({ nameKey, id }) => ({ value: nameKey, id }));
  return {
    ...page,
    rows: page.rows.map(({ id, isLine, values, publicId, name, kind, workers }) => ({
      id,
      values: isLine ? shownLine(values) : shownRecord(values, workers),
      party: { publicId, name, kind },
    })),
    total: counted?.total ?? 0,
  };
}
