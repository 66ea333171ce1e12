import { z } from 'zod';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';

const earlierSchema = z.object({ hasDecisions: z.boolean(), hasMerges: z.boolean(), hasAnswers: z.boolean() });

/**
 * Whether the organization has decided about names, merged suppliers or answered contradictions at all. Where it has not, nothing is asked about the
 * thousands of names of a piece. Read for each piece: what is decided while a list is written counts from the next piece on. One query.
 */
export async function readEarlier(db: TenantDb): Promise<z.infer<typeof earlierSchema>> {
  const found = await queryFirst(
    db,
    earlierSchema,
    sql`
    SELECT EXISTS (SELECT FROM "MatchDecision") AS "hasDecisions", EXISTS (SELECT FROM "MergedParty") AS "hasMerges",
      EXISTS (SELECT FROM "ContradictionAnswer") AS "hasAnswers"`,
  );
  return found ?? { hasDecisions: true, hasMerges: true, hasAnswers: true };
}
