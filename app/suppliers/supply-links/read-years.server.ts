import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { windowOf } from './link-window';

/** The number of edges that supply or subcontract on some day of a year. */
export type YearOfLinks = { year: number; edges: number };

const schema = z.object({ year: z.number(), edges: z.number() });
/** The most years shown; of a longer time the latest, up to the next one. */
const mostYears = 60;

/**
 * The years that links cover by their first and last days, with the edges of each; none where no link has a day. As known now, or at the end
 * of `on`. One query; rows grow with links and their years.
 */
export async function readYears(db: TenantDb, { on }: { on: string | null }): Promise<YearOfLinks[]> {
  const { knownAt } = windowOf({ on, year: null, today: '' });
  return schema.array().parse(
    await db.$queryRaw`
      WITH flow AS (
        SELECT "fromPartyId", "toPartyId", "kind", date_part('year', "validFrom")::int AS "from", date_part('year', "validTo")::int AS "to"
        FROM known_links(${knownAt}::timestamptz) WHERE "kind" IN ('supplies', 'subcontracts')
      ), told AS (
        SELECT min(LEAST("from", "to")) AS first, LEAST(max(GREATEST("from", "to")), date_part('year', CURRENT_DATE)::int + 1) AS last FROM flow HAVING min(LEAST("from", "to")) IS NOT NULL
      ), held AS (
        SELECT DISTINCT y.year, f."fromPartyId", f."toPartyId", f."kind"
        FROM told CROSS JOIN LATERAL generate_series(GREATEST(told.first, told.last - ${mostYears - 1}::int), told.last) AS y(year)
        JOIN flow f ON (f."from" IS NULL OR f."from" <= y.year) AND (f."to" IS NULL OR f."to" >= y.year)
      )
      SELECT year, count(*)::int AS edges FROM held GROUP BY year ORDER BY year`,
  );
}
