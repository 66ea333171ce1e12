import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { Contradiction, ContradictionAnswer } from './pipeline/contradictions';

const answerSchema = z.object({
  subject: z.string(),
  field: z.string(),
  day: z.string().nullable(),
  stated: z.array(z.string()),
  chosen: z.string(),
});

/** What is answered about contradicting rows of these suppliers and sites, for each question the newest answer. One query. */
export async function readContradictionAnswers(db: TenantDb, subjects: readonly string[]): Promise<ContradictionAnswer[]> {
  return queryRows(
    db,
    answerSchema,
    sql`
    SELECT DISTINCT ON ("subject", "field", "day", "stated") "subject", "field", "day"::text AS "day", "stated", "chosen" FROM "ContradictionAnswer"
    WHERE "subject" = ANY(${[...new Set(subjects)]}::text[])
    ORDER BY "subject", "field", "day", "stated", "decidedAt" DESC, "id" DESC`,
  );
}

/**
 * Remembers which value counts of each contradiction, in one statement. `batchId`: what accepting that list takes without an answer, forgotten when its
 * import is undone; null: answers of the member.
 */
export async function keepContradictionAnswers(
  db: TenantDb,
  contradictions: readonly Contradiction[],
  { userId, batchId }: { userId: string | null; batchId: string | null },
): Promise<void> {
  if (contradictions.length === 0) return;
  const answers = contradictions.map(({ subject, field, day, options, chosen }) => ({
    ...{ subject, field, day, chosen, stated: options.map(({ key }) => key).sort() },
  }));
  await db.$executeRaw`
    INSERT INTO "ContradictionAnswer" ("subject", "field", "day", "stated", "chosen", "batchId", "decidedById")
    SELECT t.subject, t.field, t.day, ARRAY(SELECT jsonb_array_elements_text(t.stated)), t.chosen, ${batchId}::uuid, ${userId}::uuid
    FROM json_to_recordset(${JSON.stringify(answers)}::json) AS t(subject text, field text, day date, stated jsonb, chosen text)`;
}
