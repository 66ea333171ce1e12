import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { decodeCursor, encodeCursor } from '~/suppliers/registry/cursor';
import { lastAssessment, licenceState, type RecruiterStatus, standingEntries } from './recruiter-record';
import { standing } from './recruiter-status';
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

/** A page of labour providers by name with what stands of each, and the cursors of its neighbours. Three queries, however many there are. */
export async function listRecruiters(
  db: TenantDb,
  options: { today: string; q: string; after: string | null; before: string | null },
): Promise<{ rows: RecruiterRow[]; total: number; before: string | null; after: string | null }> {
  const { today, q } = options;
  const after = decodeCursor(options.after);
  const before = after ? null : decodeCursor(options.before);
  const at = after ?? before;
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const found = rowSchema.array().parse(
    await db.$queryRawUnsafe(
      `SELECT p."id" AS "partyId", p."publicId", p."name", p."nameKey", b."country",
         (SELECT count(DISTINCT l."toPartyId")::int FROM known_links() l JOIN "Party" o ON o."organizationId" = l."organizationId" AND o."id" = l."toPartyId"
           WHERE l."fromPartyId" = p."id" AND l."kind" = 'recruits' AND o."kind" <> 'labour-provider'
             AND (l."validTo" IS NULL OR l."validTo" >= CURRENT_DATE)) AS "recruitsFor",
         (SELECT count(DISTINCT l."fromPartyId")::int FROM known_links() l JOIN "Party" o ON o."organizationId" = l."organizationId" AND o."id" = l."fromPartyId"
           WHERE l."toPartyId" = p."id" AND l."kind" = 'recruits' AND o."kind" = 'labour-provider'
             AND (l."validTo" IS NULL OR l."validTo" >= CURRENT_DATE)) AS "subAgents"
       FROM "LabourRecruiter" b JOIN "Party" p ON p."organizationId" = b."organizationId" AND p."id" = b."partyId"
       WHERE p."nameKey" LIKE $1 ${at ? `AND (p."nameKey", p."id") ${after ? '>' : '<'} ($2, $3::uuid)` : ''}
       ORDER BY p."nameKey" ${before ? 'DESC' : 'ASC'}, p."id" ${before ? 'DESC' : 'ASC'} LIMIT ${perPage + 1}`,
      pattern,
      ...(at ? [String(at.value), at.id] : []),
    ),
  );
  const page = found.slice(0, perPage);
  if (before) page.reverse();
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM "LabourRecruiter" b JOIN "Party" p ON p."organizationId" = b."organizationId" AND p."id" = b."partyId"
    WHERE p."nameKey" LIKE ${pattern}`;
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
      const entries = standingEntries(records.filter(({ partyId }) => partyId === row.partyId));
      const { decided, proposed } = standing(entries.status);
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
