import { z } from 'zod';
import { bandSchema } from '#scoring';
import { type Question, queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';

const rowSchema = z.object({
  measure: z.enum(['standing', 'country', 'division', 'archived']),
  code: z.string().nullable(),
  scoreStatus: z.enum(['scored', 'not-scored']).nullable(),
  band: bandSchema.nullable(),
  tier: z.number().int().nullable(),
  count: z.number().int(),
});

/** Active suppliers with the same values; tier 3 means 3 and more, null no known path. */
export type Standing = Pick<z.infer<typeof rowSchema>, 'scoreStatus' | 'band' | 'tier' | 'count'>;
/** `archived`: suppliers put away, without those that are part of another since. */
export type Tally = { standings: Standing[]; countries: string[]; divisions: string[]; archived: number };

/** What `tallyFrom` reads; its cost grows with the suppliers that are archived and not with the others. */
export const tallyQuestion = {
  schema: rowSchema,
  statement: sql`
    SELECT "measure", "code", "scoreStatus", "band", "tier", sum("count")::int AS "count" FROM "SupplierTally"
    GROUP BY 1, 2, 3, 4, 5 HAVING sum("count") <> 0
    UNION ALL
    SELECT 'archived', NULL, NULL, NULL, NULL, count(*)::int FROM "Supplier" s
    WHERE s."archivedAt" IS NOT NULL AND s."partyId" NOT IN (SELECT x."partyId" FROM "MergedParty" x)
    ORDER BY "code"`,
} satisfies Question;

/** The active suppliers of the organization counted by standing, with the countries and the divisions of ISIC that occur among them. */
export function tallyFrom(rows: readonly z.infer<typeof rowSchema>[]): Tally {
  const codes = (wanted: 'country' | 'division') =>
    rows.flatMap(({ measure, code }) => (measure === wanted && code !== null ? [code] : []));
  return {
    standings: rows.flatMap(({ measure, code: _, ...standing }) => (measure === 'standing' ? [standing] : [])),
    countries: codes('country'),
    divisions: codes('division'),
    archived: rows.find(({ measure }) => measure === 'archived')?.count ?? 0,
  };
}

/** The tally of the organization. One query. */
export const readTally = async (db: TenantDb): Promise<Tally> =>
  tallyFrom(await queryRows(db, tallyQuestion.schema, tallyQuestion.statement));

/** The number of suppliers in the groups that match. */
export function countWhere(standings: readonly Standing[], isSo: (standing: Standing) => boolean): number {
  return standings.reduce((sum, standing) => sum + (isSo(standing) ? standing.count : 0), 0);
}
