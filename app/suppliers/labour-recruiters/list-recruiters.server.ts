import { z } from 'zod';
import { query, queryRows, readRows } from '~/access/sql/query.server';
import { noSql, sql } from '~/access/sql.server';
import { countAll } from '~/access/sql/expressions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { decodeCursor, encodeCursor } from '~/platform/lists/cursor';
import { lastAssessment, licenceState, type RecruiterStatus, currentEntries } from '~/suppliers/facts/recruiter-record';
import { currentStatus } from './recruiter-status';
import { readRecordRows } from './read-entries.server';

export type RecruiterRow = {
  partyId: string;
  publicId: string;
  name: string;
  country: string | null;
  status: RecruiterStatus | null;
  hasProposal: boolean;
  corridors: string[];
  licences: { country: string; state: ReturnType<typeof licenceState> }[];
  /** The day of the newest assessment. */
  assessedOn: string | null;
  recruitsFor: number;
  subAgents: number;
};
const rowSchema = z.object({
  partyId: z.string(),
  publicId: z.string(),
  name: z.string(),
  nameKey: z.string(),
  country: z.string().nullable(),
  recruitsFor: z.number(),
  subAgents: z.number(),
});
const perPage = 50;

/** A page of labour recruiters by name with the current record of each, and the cursors of its neighbours. Three queries, however many there are. */
export async function listRecruiters(
  db: TenantDb,
  options: { today: string; q: string; after: string | null; before: string | null },
): Promise<{ rows: RecruiterRow[]; total: number; before: string | null; after: string | null }> {
  const { today, q } = options;
  const after = decodeCursor(options.after);
  const before = after ? null : decodeCursor(options.before);
  const at = after ?? before;
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const order = before ? sql`DESC` : sql`ASC`;
  const behind = at ? sql`AND (p."nameKey", p."id") ${after ? sql`>` : sql`<`} (${String(at.value)}, ${at.id}::uuid)` : noSql;
  const found = await queryRows(
    db,
    rowSchema,
    sql`
      SELECT p."id" AS "partyId", p."publicId", p."name", p."nameKey", b."country",
         (SELECT count(DISTINCT l."toPartyId")::int FROM known_links() l JOIN "Party" o ON o."organizationId" = l."organizationId" AND o."id" = l."toPartyId"
           WHERE l."fromPartyId" = p."id" AND l."kind" = 'recruits' AND o."kind" <> 'labour-recruiter'
             AND (l."validTo" IS NULL OR l."validTo" >= CURRENT_DATE)) AS "recruitsFor",
         (SELECT count(DISTINCT l."fromPartyId")::int FROM known_links() l JOIN "Party" o ON o."organizationId" = l."organizationId" AND o."id" = l."fromPartyId"
           WHERE l."toPartyId" = p."id" AND l."kind" = 'recruits' AND o."kind" = 'labour-recruiter'
             AND (l."validTo" IS NULL OR l."validTo" >= CURRENT_DATE)) AS "subAgents"
       FROM "LabourRecruiter" b JOIN "Party" p ON p."organizationId" = b."organizationId" AND p."id" = b."partyId"
       WHERE p."nameKey" LIKE ${pattern} ${behind}
       ORDER BY p."nameKey" ${order}, p."id" ${order} LIMIT ${perPage + 1}::int`,
  );
  const page = found.slice(0, perPage);
  if (before) page.reverse();
  const [counted] = await readRows(
    db,
    query
      .selectFrom('LabourRecruiter as b')
      .innerJoin('Party as p', (join) => join.onRef('p.organizationId', '=', 'b.organizationId').onRef('p.id', '=', 'b.partyId'))
      .select(countAll().as('total'))
      .where('p.nameKey', 'like', pattern),
  );
  const records = await readRecordRows(
    db,
    page.map(({ partyId }) => partyId),
  );
  const hasMore = found.length > perPage;
  const cursorOf = (row: (typeof page)[number] | undefined) => (row ? encodeCursor({ value: row.nameKey, id: row.partyId }) : null);
  return {
    total: counted?.total ?? 0,
    before: after || (before && hasMore) ? cursorOf(page[0]) : null,
    after: before || hasMore ? cursorOf(page.at(-1)) : null,
    rows: page.map(({ nameKey: _, ...row }) => {
      const entries = currentEntries(records.filter(({ partyId }) => partyId === row.partyId));
      const { decided, proposed } = currentStatus(entries.status);
      return {
        ...row,
        status: decided?.status ?? null,
        hasProposal: proposed.length > 0,
        corridors: [...new Set([...entries.corridor, ...entries.fee].map(({ origin, destination }) => `${origin}-${destination}`))].sort(),
        assessedOn: lastAssessment(entries.assessment)?.assessedOn ?? null,
        licences: entries.licence.map(({ country, expiresOn }) => ({ country, state: licenceState(expiresOn, today) })),
      };
    }),
  };
}
