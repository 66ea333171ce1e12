import pg from 'pg';
import { reachDatabase } from '../../prisma/embedded';

/**
 * Gives the clients of an organization's deals documents of an earlier method, whose scores are `lower` points below those of today: one each in the middle
 * of the two quarters before the newest, and for all but one client a score by the current method in the newest. Written to the database directly, because
 * the application cannot score by a removed method.
 */
export async function leaveEarlierScores(slug: string, { engineVersion, lower }: { engineVersion: string; lower: number }): Promise<void> {
  const { url } = await reachDatabase({ dataDir: process.env.E2E_DATA_DIR ?? '', databaseUrl: process.env.DATABASE_URL });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`SELECT set_config('app.organization_id', (SELECT "id"::text FROM "Organization" WHERE "slug" = $1), false)`, [slug]);
  await client.query(
    `WITH client AS (
       SELECT s."scoreId", row_number() OVER (ORDER BY s."partyId") AS place FROM "Supplier" s
       WHERE s."scoreId" IS NOT NULL AND s."partyId" IN (SELECT "clientPartyId" FROM "Deal" WHERE "commitmentMinor" > 0)
     ), past AS (
       SELECT date_trunc('quarter', now()) - months * interval '1 month' - interval '15 days' AS at, months = 0 AS "isNewest"
       FROM unnest(ARRAY[6, 3, 0]) AS months
     )
     INSERT INTO "Score" ("id", "organizationId", "partyId", "responseId", "engineVersion", "asOf", "inputHash", "parameterHash", "input", "result", "createdAt")
     SELECT gen_random_uuid(), c."organizationId", c."partyId", c."responseId", CASE WHEN p."isNewest" THEN c."engineVersion" ELSE $1 END, c."asOf",
       c."inputHash", CASE WHEN p."isNewest" THEN c."parameterHash" ELSE repeat('a', 64) END, c."input",
       CASE WHEN p."isNewest" THEN c."result" ELSE jsonb_build_object(
         'status', 'scored', 'engineVersion', $1::text, 'band', c."result"->'band', 'lines', c."result"->'lines',
         'confidence', jsonb_build_object('grade', 'medium', 'value', 0.5), 'components', '[]'::jsonb,
         'score', (c."result"->>'score')::numeric - $2::int, 'low', (c."result"->>'low')::numeric - $2::int, 'high', (c."result"->>'high')::numeric - $2::int) END,
       p.at
     FROM client JOIN "Score" c ON c."id" = client."scoreId" CROSS JOIN past p WHERE NOT p."isNewest" OR client.place > 1`,
    [engineVersion, lower],
  );
  await client.end();
}
