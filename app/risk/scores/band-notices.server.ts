import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { type Sql, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { bandLabel } from '~/documents/charts/labels';
import { m } from '~/paraglide/messages';
import type { NamedRecord } from '~/platform/notifications/name-records.server';
import type { Round } from '~/platform/notifications/notification-sources.server';
import { storedInputSchema, storedResultSchema } from '~/questionnaires/responses/schema';
import { changeLabel } from './change-labels';
import { describeChanges } from './describe-changes';
import { hasBand, scoreBefore } from './score-before.server';

/** A night ends at one o'clock UTC, when the nightly job has scored; a day of scores lies between two such hours. */
const nightEndsAt = sql`interval '1 hour'`;
/** The moment at which the day of scores of a timestamp begins. */
const dayOfScores = (moment: Sql) =>
  sql`(date_trunc('day', ${moment} AT TIME ZONE 'UTC' - ${nightEndsAt}) + ${nightEndsAt}) AT TIME ZONE 'UTC'`;

/**
 * Suppliers whose last score of a day of scores is in another band than the last score before that day, for owner and followers. What moves and moves back
 * within a day is no change. Scores of an earlier method are on another scale.
 */
export const bandNotices = {
  'band-changed': ({ now }: Round) => {
    const end = dayOfScores(sql`${now}::timestamptz`);
    const begin = sql`(${end} - interval '1 day')`;
    return sql`
      SELECT c."id" AS "recordId", s."partyId", w."userId", NULL::uuid AS "causedById", '' AS "occurrence"
      FROM "Supplier" s
      JOIN "Score" n ON n."organizationId" = s."organizationId" AND n."id" = s."scoreId" AND n."createdAt" >= ${begin}
      JOIN ${scoreBefore(sql`s`, end)} c ON c."createdAt" >= ${begin} AND ${hasBand(sql`c`)}
      JOIN ${scoreBefore(sql`s`, begin)} b ON ${hasBand(sql`b`)} AND b."result" ->> 'band' <> c."result" ->> 'band'
      CROSS JOIN LATERAL (
        SELECT s."ownerId" AS "userId" WHERE s."ownerId" IS NOT NULL
        UNION SELECT f."userId" FROM "SupplierFollower" f WHERE f."organizationId" = s."organizationId" AND f."partyId" = s."partyId") w
      WHERE s."archivedAt" IS NULL`;
  },
};

const storedSchema = z.object({ engineVersion: z.string(), input: storedInputSchema, result: storedResultSchema });
const rowSchema = z.object({
  id: z.string(),
  publicId: z.string(),
  before: storedSchema.nullable(),
  after: storedSchema.nullable().catch(null),
});

const stored = (score: Sql) =>
  sql`jsonb_build_object('engineVersion', ${score}."engineVersion", 'input', ${score}."input", 'result', ${score}."result")`;

/** Changes of band by where they led and what caused them. One query. */
export async function nameBandChanges(db: TenantDb, ids: readonly string[]): Promise<ReadonlyMap<string, NamedRecord>> {
  const rows = await queryRows(
    db,
    rowSchema.extend({ before: storedSchema.nullable().catch(null) }),
    sql`
      SELECT c."id", p."publicId", ${stored(sql`c`)} AS "after", CASE WHEN b."id" IS NOT NULL THEN ${stored(sql`b`)} END AS "before"
      FROM "Score" c JOIN "Party" p ON p."organizationId" = c."organizationId" AND p."id" = c."partyId"
      LEFT JOIN ${scoreBefore(sql`c`, dayOfScores(sql`c."createdAt"`))} b ON true
      WHERE c."id" = ANY(${[...ids]}::uuid[])`,
  );
  return new Map(
    rows.map(({ id, publicId, before, after }) => [id, { label: labelOf(before, after), path: `/suppliers/${publicId}/score` }]),
  );
}

type Stored = z.infer<typeof storedSchema>;

function labelOf(before: Stored | null, after: Stored | null): string | null {
  if (before?.result.status !== 'scored' || after?.result.status !== 'scored') return null;
  const cause = describeChanges(before, after).map(changeLabel).join('; ');
  return m.notifications_band_changed({ from: bandLabel(before.result.band), to: bandLabel(after.result.band), cause });
}
