import { z } from 'zod';
import { noSql, type Sql, sql } from '~/access/sql.server';
import { queryFirst, queryRows } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { cutPage } from '~/platform/lists/cut-page';
import { decodeCursor } from '~/platform/lists/cursor';
import { allOf, supplierConditions } from '~/suppliers/registry/list-query.server';
import { searchText } from '~/suppliers/registry/list-suppliers.server';
import { type Depth, mostWorkers } from '~/questionnaires/templates/depths';
import { readSelection } from './selection.server';
import { type LeftOutReason, leftOutReasonSchema } from './states';

export type Chosen = { instrumentKey: string; selection: string; takenOut: readonly string[]; allows: readonly string[] };

/**
 * The rows `judged(partyId, publicId, name, nameKey, country, tier, email, reason)` of a campaign as SQL: every supplier that its filters choose, and
 * why it would be left out, or null. The same rows are shown before the start and written at the start.
 */
async function judged(db: TenantDb, chosen: Chosen, today: string): Promise<Sql> {
  const { state, scope } = await readSelection(db, chosen.selection, { today });
  const conditions = [...supplierConditions({ ...state, search: searchText(state.search) }), ...scope.conditions];
  const allows = (word: string) => chosen.allows.includes(word);
  const assessed = sql`SELECT a."partyId" FROM "QuestionnaireResponse" a
    LEFT JOIN "QuestionnaireRequest" r ON r."organizationId" = a."organizationId" AND r."responseId" = a."id" WHERE a."instrumentKey" = ${chosen.instrumentKey}`;
  return sql`
    WITH chosen AS (SELECT s."organizationId", s."partyId", s."nameKey", s."country", s."tier", s."archivedAt" FROM "Supplier" s WHERE ${allOf(conditions)}),
    known AS (
      SELECT c."partyId", c."nameKey", c."country", c."tier", p."publicId", p."name", k."email",
        CASE
          WHEN p."publicId" = ANY(${chosen.takenOut}::text[]) THEN 'taken-out'
          WHEN c."archivedAt" IS NOT NULL THEN 'archived'
          WHEN c."partyId" IN (${assessed} AND a."status" = 'open' AND r."viaResponseId" IS NULL AND (r."status" IS NULL OR r."status" NOT IN ('withdrawn', 'refused')))
            THEN 'already-open'
          WHEN ${allows('refused') ? sql`FALSE` : sql`c."partyId" IN (${assessed} AND r."status" = 'refused')`} THEN 'refused'
          WHEN k."wrongAt" IS NOT NULL THEN 'address-wrong'
          WHEN ${allows('no-address') ? sql`FALSE` : sql`k."email" IS NULL`} THEN 'no-address'
        END AS reason
      FROM chosen c JOIN "Party" p ON p."organizationId" = c."organizationId" AND p."id" = c."partyId"
      LEFT JOIN "SupplierContact" k ON k."organizationId" = c."organizationId" AND k."partyId" = c."partyId"
    ),
    judged AS (
      SELECT n."partyId", n."publicId", n."name", n."nameKey", n."country", n."tier", n."email",
        CASE
          WHEN n.reason IS NULL AND ${allows('same-address') ? sql`FALSE` : sql`n."email" IS NOT NULL AND row_number() OVER (PARTITION BY n.reason IS NULL, n."email" ORDER BY n."nameKey", n."partyId") > 1`}
            THEN 'same-address'
          ELSE n.reason
        END AS reason
      FROM known n
    )`;
}

const countSchema = z.object({ reason: leftOutReasonSchema.nullable(), withAddress: z.number(), count: z.number() });
const rowSchema = z.object({
  partyId: z.string(),
  publicId: z.string(),
  name: z.string(),
  nameKey: z.string(),
  country: z.string().nullable(),
  tier: z.number().nullable(),
  email: z.string().nullable(),
  reason: leftOutReasonSchema.nullable(),
});
export type JudgedRow = z.infer<typeof rowSchema>;
export type Counts = { asked: number; withAddress: number; leftOut: { reason: LeftOutReason; count: number }[] };

/** How many would be asked, and left out for each reason. One query, up to four when the selection asks for findings. */
export async function countTargets(db: TenantDb, chosen: Chosen, { today }: { today: string }): Promise<Counts> {
  const rows = await queryRows(
    db,
    countSchema,
    sql`${await judged(db, chosen, today)}
      SELECT reason, count("email")::int AS "withAddress", count(*)::int AS count FROM judged GROUP BY reason ORDER BY count(*) DESC`,
  );
  const asked = rows.find(({ reason }) => reason === null);
  return {
    asked: asked?.count ?? 0,
    withAddress: asked?.withAddress ?? 0,
    leftOut: rows.flatMap(({ reason, count }) => (reason ? [{ reason, count }] : [])),
  };
}

/** Whom a campaign would ask, or (`reason`: one, or "any") leave out, by name; 50 a page by keyset. */
export async function listTargets(
  db: TenantDb,
  chosen: Chosen,
  options: { today: string; reason: LeftOutReason | 'any' | null; after: string | null; before?: string | null; take?: number },
) {
  const take = options.take ?? 50;
  const targets = await judged(db, chosen, options.today);
  const after = decodeCursor(options.after);
  const before = after ? null : decodeCursor(options.before ?? null);
  const from = after ?? before;
  const isBackward = before !== null;
  const which =
    options.reason === null
      ? sql`j.reason IS NULL`
      : options.reason === 'any'
        ? sql`j.reason IS NOT NULL`
        : sql`j.reason = ${options.reason}`;
  const behind = from ? sql`AND (j."nameKey", j."partyId") ${isBackward ? sql`<` : sql`>`} (${from.value}::text, ${from.id}::uuid)` : noSql;
  const order = isBackward ? sql`DESC` : sql`ASC`;
  const found = await queryRows(
    db,
    rowSchema,
    sql`${targets} SELECT j.* FROM judged j WHERE ${which} ${behind} ORDER BY j."nameKey" ${order}, j."partyId" ${order} LIMIT ${take + 1}::int`,
  );
  return cutPage(found, { take, from, isBackward }, ({ nameKey, partyId }) => ({ value: nameKey, id: partyId }));
}

/** Writes down whom a campaign asks and whom it leaves out, once; answers how many are asked. */
export async function keepTargets(db: TenantDb, campaign: Chosen & { id: string }, { today }: { today: string }): Promise<number> {
  const kept = await queryFirst(
    db,
    z.object({ asked: z.number() }),
    sql`${await judged(db, campaign, today)}, kept AS (
       INSERT INTO "CampaignTarget" ("campaignId", "partyId", "status", "reason", "email")
       SELECT ${campaign.id}::uuid, j."partyId", CASE WHEN j.reason IS NULL THEN 'waiting' ELSE 'left-out' END, j.reason, j."email" FROM judged j
       ON CONFLICT DO NOTHING RETURNING "status"
     ) SELECT count(*) FILTER (WHERE "status" = 'waiting')::int AS asked FROM kept`,
  );
  return kept?.asked ?? 0;
}

/** How many suppliers the filters choose, before any is left out, by the depth proposed for their size. One query beside those of the filters. */
export async function countChosen(db: TenantDb, selection: string, today: string): Promise<Record<Depth, number>> {
  const { state, scope } = await readSelection(db, selection, { today });
  const conditions = [...supplierConditions({ ...state, search: searchText(state.search) }), ...scope.conditions];
  const found = await queryFirst(
    db,
    z.object({ core: z.number(), short: z.number(), whole: z.number() }),
    sql`SELECT count(*) FILTER (WHERE s."workers" IS NULL OR s."workers" <= ${mostWorkers.core}::int)::int AS core,
      count(*) FILTER (WHERE s."workers" > ${mostWorkers.core}::int AND s."workers" <= ${mostWorkers.short}::int)::int AS short,
      count(*) FILTER (WHERE s."workers" > ${mostWorkers.short}::int)::int AS whole
      FROM "Supplier" s WHERE ${allOf(conditions)}`,
  );
  return found ?? { core: 0, short: 0, whole: 0 };
}
