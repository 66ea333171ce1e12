import { alertKinds, bands, bases, engineVersion, magnitudes } from '#scoring';
import { z } from 'zod';
import { queryFirst, queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { memberLocale } from '~/locales/member-locales';
import { sectorName } from '~/locales/sector-names';
import { getLocale } from '~/paraglide/runtime';
import { daysAfter } from '~/platform/queue/queue-dates';
import { changeLabel } from '~/risk/scores/change-labels';
import { readMovers } from '~/supply-chain/dashboard/read-movers.server';
import { readStrip } from '~/supply-chain/dashboard/read-strip.server';
import { arrangeBoardPaper, type BoardPaperInput, type RiskySupplier } from './model';
import { readCommitments, readCriticalFindings } from './read-commitments.server';
import { readGaps } from './read-gaps.server';
import { readOverdue } from './read-overdue.server';
import { type BoardPaperContent, type Decision, mostChanges, mostSuppliers } from './schema';

const groupSchema = z.object({
  tier: z.number().nullable(),
  basis: z.enum(bases).nullable(),
  band: z.enum(bands).nullable(),
  suppliers: z.number(),
});

const riskySchema = z.object({
  name: z.string(),
  country: z.string().nullable(),
  sector: z.string().nullable(),
  tier: z.number().nullable(),
  band: z.enum(['severe', 'high']),
  score: z.number(),
  low: z.number(),
  high: z.number(),
  workers: z.number().nullable(),
  magnitude: z.enum(magnitudes).nullable(),
  basis: z.enum(bases),
  alertKind: z.enum(alertKinds).nullable(),
  alertIsToBeConfirmed: z.boolean().nullable(),
});

const totalsSchema = z.object({
  workers: z.number(),
  withoutWorkers: z.number(),
  small: z.number(),
  expected: z.number().nullable(),
});

/** Suppliers at severe or high risk with the workers of their sites, where these are known, and the result of their score. */
const risky = sql`
  SELECT s.*, r."result" AS "scored", COALESCE((
    SELECT sum(t."workers") FROM "Site" t WHERE t."organizationId" = s."organizationId" AND t."supplierPartyId" = s."partyId"), s."workers")::int AS "staff"
  FROM "Supplier" s LEFT JOIN "Score" r ON r."organizationId" = s."organizationId" AND r."id" = s."scoreId"
  WHERE s."archivedAt" IS NULL AND s."scoreStatus" = 'scored' AND s."band" IN ('high', 'severe')`;

async function readGroups(db: TenantDb): Promise<Pick<BoardPaperInput, 'bands' | 'basis'>> {
  const groups = await queryRows(
    db,
    groupSchema,
    sql`SELECT CASE WHEN s."tier" IS NOT NULL THEN LEAST(s."tier", 3) END AS "tier", CASE WHEN s."scoreStatus" = 'scored' THEN s."basis" END AS "basis",
        CASE WHEN s."scoreStatus" = 'scored' THEN s."band" END AS "band", count(*)::int AS "suppliers"
      FROM "Supplier" s WHERE s."archivedAt" IS NULL GROUP BY 1, 2, 3 ORDER BY 1 NULLS LAST, 2 NULLS LAST`,
  );
  const inBand = (band: string | null) => groups.reduce((sum, group) => (group.band === band ? sum + group.suppliers : sum), 0);
  const byBasis = new Map<string, BoardPaperInput['basis'][number]>();
  for (const { tier, basis, suppliers } of groups) {
    const key = `${tier} ${basis}`;
    byBasis.set(key, { tier, basis, suppliers: (byBasis.get(key)?.suppliers ?? 0) + suppliers });
  }
  const [low, moderate, elevated, high, severe] = bands.map(inBand) as [number, number, number, number, number];
  return { bands: { severe, high, elevated, moderate, low, none: inBand(null) }, basis: [...byBasis.values()] };
}

async function readRiskiest(db: TenantDb): Promise<RiskySupplier[]> {
  const rows = await queryRows(
    db,
    riskySchema,
    sql`SELECT p."name", s."country", s."sector", s."tier", s."band", s."score"::float8 AS "score", COALESCE(s."scoreLow", s."score")::float8 AS "low",
        COALESCE(s."scoreHigh", s."score")::float8 AS "high", s."staff" AS "workers", s."scored" -> 'people' ->> 'magnitude' AS "magnitude", s."basis",
        a."kind" AS "alertKind", a."isToBeConfirmed" AS "alertIsToBeConfirmed"
      FROM (${risky} ORDER BY s."band" DESC, s."score" DESC, s."partyId" LIMIT ${mostSuppliers}::int) s
      JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
      LEFT JOIN LATERAL (
        SELECT a."kind", a."isToBeConfirmed" AND a."status" = 'open' AS "isToBeConfirmed" FROM "Alert" a
        WHERE a."organizationId" = s."organizationId" AND a."partyId" = s."partyId" AND a."endedAt" IS NULL AND a."status" <> 'dismissed'
        ORDER BY a."rank", a."isToBeConfirmed", a."id" LIMIT 1) a ON TRUE
      ORDER BY s."band" DESC, s."score" DESC, s."partyId"`,
  );
  return rows.map(({ alertIsToBeConfirmed, sector, ...row }) => ({
    ...row,
    sector: sector === null ? null : sectorName(sector),
    alertIsToBeConfirmed: alertIsToBeConfirmed ?? false,
  }));
}

/** Who prepares or reads a paper. */
export type PaperReader = { organization: { id: string; name: string }; user: { id: string; name: string } };

/** The content of a board paper from what is recorded now, in the reader's language. A number of queries that does not depend on the number of suppliers. */
export async function readBoardPaper(
  db: TenantDb,
  member: PaperReader,
  { now, decisions }: { now: Date; decisions: readonly Decision[] },
): Promise<BoardPaperContent> {
  const { organization, user } = member;
  const asOf = now.toISOString().slice(0, 10);
  const since = daysAfter(asOf, -30);
  const groups = await readGroups(db);
  const totals = await queryFirst(
    db,
    totalsSchema,
    sql`SELECT COALESCE(sum(r."staff"), 0)::int AS "workers", (count(*) FILTER (WHERE r."staff" IS NULL))::int AS "withoutWorkers",
        (count(*) FILTER (WHERE r."staff" BETWEEN 1 AND 4))::int AS "small", sum((r."scored" -> 'people' ->> 'expected')::float8) AS "expected"
      FROM (${risky}) r`,
  );
  if (!totals) throw new Error('the totals of suppliers at risk have no row');
  const strip = await readStrip(db);
  const { movers, total } = await readMovers(db, { since, take: mostChanges });
  return arrangeBoardPaper({
    ...{ locale: memberLocale(getLocale()), preparedAt: now.toISOString(), asOf, since, engineVersion },
    ...{ organization: { name: organization.name }, preparedBy: user.name, decisions, ...groups },
    ...{ riskiest: await readRiskiest(db), atRisk: totals, banned: strip.banned, bannedToConfirm: strip.bannedToConfirm },
    ...{
      critical: await readCriticalFindings(db),
      overdue: await readOverdue(db, asOf),
      ...(await readGaps(db)),
      actions: await readCommitments(db),
    },
    changes: {
      total,
      shown: movers.map(({ name, from, to, on, isSinceFirst, changes }) => ({
        ...{ name, from, to, on, isSinceFirst },
        cause: changes.map(changeLabel).join('; '),
      })),
    },
  });
}
