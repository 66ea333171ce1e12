import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';

const verdictSchema = z.enum(['same', 'different']);
export type Verdict = z.infer<typeof verdictSchema>;
const decisionSchema = z.object({
  aKey: z.string(),
  bKey: z.string(),
  aPartyId: z.string().nullable(),
  bPartyId: z.string().nullable(),
  verdict: verdictSchema,
});
/** One side of a question: the folded name and country, and the record where there is one. */
export type Side = { key: string; partyId: string | null };
export type Decisions = { verdictOf: (a: Side, b: Side) => Verdict | null };

/** What was answered before about any of these names or records. One query. The newest answer counts. */
export async function readDecisions(
  db: TenantDb,
  about: { keys?: readonly string[]; partyIds?: readonly string[] } | null,
): Promise<Decisions> {
  const keys = about === null ? null : [...(about.keys ?? [])];
  const partyIds = about === null ? null : [...(about.partyIds ?? [])];
  const rows = await queryRows(
    db,
    decisionSchema,
    sql`
    SELECT "aKey", "bKey", "aPartyId", "bPartyId", "verdict" FROM "MatchDecision"
    WHERE ${keys}::text[] IS NULL OR "aKey" = ANY(${keys}::text[]) OR "bKey" = ANY(${keys}::text[])
      OR "aPartyId" = ANY(${partyIds}::uuid[]) OR "bPartyId" = ANY(${partyIds}::uuid[])
    ORDER BY "decidedAt", "id"`,
  );
  const verdicts = new Map<string, Verdict>();
  for (const row of rows) {
    const [a, b] = [
      { key: row.aKey, partyId: row.aPartyId },
      { key: row.bKey, partyId: row.bPartyId },
    ];
    for (const name of namesOf(a, b)) verdicts.set(name, row.verdict);
  }
  return {
    verdictOf: (a, b) => {
      for (const name of namesOf(a, b)) {
        const verdict = verdicts.get(name);
        if (verdict) return verdict;
      }
      return null;
    },
  };
}

/** The ways in which a pair may be named, surest first: by both records, by a name and a record, by two names that differ. */
function namesOf(a: Side, b: Side): string[] {
  const pair = (left: string, right: string) => (left < right ? `${left}\n${right}` : `${right}\n${left}`);
  return [
    ...(a.partyId && b.partyId ? [pair(a.partyId, b.partyId)] : []),
    ...(b.partyId ? [pair(a.key, b.partyId)] : []),
    ...(a.partyId ? [pair(a.partyId, b.key)] : []),
    ...(a.key !== b.key ? [pair(a.key, b.key)] : []),
  ];
}
