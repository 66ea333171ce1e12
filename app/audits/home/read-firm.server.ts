import { z } from 'zod';
import { type FindingGrade, findingGrades, findingGradeSchema } from '#scoring';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { expiryNoticeDays } from '~/audits/auditors/lists';
import { namePeople } from '~/platform/activity/name-people.server';
import { readFirmCommissions } from './read-firm-commissions.server';

const day = (date: Date) => date.toISOString().slice(0, 10);
/** How many lines of each part a home shows. */
const lines = 6;
/** Those in which a firm has audits to do. */
const openStatuses = ['planned', 'on-site', 'in-review'] as const;

/**
 * What an audit firm's manager answers for: commissions that wait for an answer or a plan, the audits that are not approved with their teams, open findings by
 * supplier, client and grade, and credentials that expire. About eight queries, however many there are.
 */
export async function readFirm(db: TenantDb, { userId, today }: { userId: string; today: string }) {
  return {
    commissions: await readFirmCommissions(db, { userId, lines }),
    ...(await readAudits(db)),
    findings: await readFindings(db, today),
    credentials: await readCredentials(db, today),
  };
}
export type Firm = Awaited<ReturnType<typeof readFirm>>;

async function readAudits(db: TenantDb) {
  const found = await db.audit.findMany({
    where: { status: { in: [...openStatuses] } },
    orderBy: [{ startsOn: 'asc' }, { number: 'asc' }],
    take: 200,
    select: {
      ...{ id: true, number: true, status: true, startsOn: true, endsOn: true, buyerName: true },
      party: { select: { name: true } },
      members: { select: { userId: true, part: true } },
    },
  });
  const steps = ['in-review', 'on-site', 'planned'];
  const shown = found.toSorted((a, b) => steps.indexOf(a.status) - steps.indexOf(b.status)).slice(0, lines);
  const names = await namePeople(
    db,
    shown.flatMap(({ members }) => members.map(({ userId }) => userId)),
  );
  return {
    audits: shown.map(({ party, members, startsOn, endsOn, buyerName, ...audit }) => ({
      ...{ ...audit, supplier: party.name, client: buyerName, startsOn: day(startsOn), endsOn: day(endsOn) },
      team: members
        .toSorted((a, b) => Number(b.part === 'lead') - Number(a.part === 'lead'))
        .flatMap(({ userId }) => names.get(userId) ?? []),
    })),
    byStatus: openStatuses.map((status) => ({ status, count: found.filter((each) => each.status === status).length })),
  };
}

const findingSchema = z.object({
  ...{ publicId: z.string(), supplier: z.string(), country: z.string().nullable(), client: z.string(), grade: findingGradeSchema },
  ...{ count: z.number().int(), late: z.number().int(), people: z.number().int().nullable(), workers: z.number().int().nullable() },
});

/** Suppliers with findings that are not verified, the worst first. `client`: empty where no commission asked for the audit; `people`: the most that one finding affects, since findings may affect the same workers; `workers`: all at its sites, null where unknown. */
async function readFindings(db: TenantDb, today: string) {
  const rows = await queryRows(
    db,
    findingSchema,
    sql`
      SELECT p."publicId", p."name" AS "supplier", s."country", COALESCE(t."buyerName", '') AS "client", f."grade", count(*)::int AS "count",
        (count(*) FILTER (WHERE f."dueOn" < ${today}::date))::int AS "late", max(f."peopleAffected") AS "people",
        max(COALESCE(sites."workers", s."workers"))::int AS "workers"
      FROM "Finding" f JOIN "Party" p ON p."organizationId" = f."organizationId" AND p."id" = f."partyId"
      LEFT JOIN "Supplier" s ON s."organizationId" = f."organizationId" AND s."partyId" = f."partyId"
      LEFT JOIN LATERAL (SELECT sum(x."workers") AS "workers" FROM "Site" x WHERE x."organizationId" = f."organizationId" AND x."supplierPartyId" = f."partyId") sites ON TRUE
      LEFT JOIN "Audit" t ON t."organizationId" = f."organizationId" AND t."id" = f."auditId"
      WHERE f."status" <> 'verified' AND f."withdrawnAt" IS NULL GROUP BY 1, 2, 3, 4, 5 ORDER BY 2, 4`,
  );
  const keyOf = ({ publicId, client }: { publicId: string; client: string }) => `${publicId} ${client}`;
  const suppliers = [...new Map(rows.map((row) => [keyOf(row), row])).values()].map(({ publicId, supplier, country, client, workers }) => {
    const own = rows.filter((row) => keyOf(row) === keyOf({ publicId, client }));
    const stated = own.flatMap(({ people }) => (people === null ? [] : [people]));
    return {
      ...{ publicId, supplier, country, client, workers },
      grades: own
        .map(({ grade, count }): { grade: FindingGrade; count: number } => ({ grade, count }))
        .sort((a, b) => findingGrades.indexOf(a.grade) - findingGrades.indexOf(b.grade)),
      late: own.reduce((sum, { late }) => sum + late, 0),
      people: stated.length === 0 ? null : Math.max(...stated),
    };
  });
  const worst = ({ grades }: (typeof suppliers)[number]) => findingGrades.indexOf(grades[0]?.grade ?? 'minor');
  return suppliers.sort((a, b) => worst(a) - worst(b) || (b.people ?? 0) - (a.people ?? 0)).slice(0, lines);
}

async function readCredentials(db: TenantDb, today: string) {
  const rows = await db.auditorCredential.findMany({
    where: { validUntil: { lte: new Date(Date.parse(today) + expiryNoticeDays * 86_400_000) } },
    orderBy: [{ validUntil: 'asc' }, { id: 'asc' }],
    take: lines,
    select: { id: true, userId: true, kind: true, validUntil: true },
  });
  const names = await namePeople(
    db,
    rows.map(({ userId }) => userId),
  );
  return rows.map(({ id, userId, kind, validUntil }) => ({
    ...{ id, userId, kind, name: names.get(userId) ?? null, validUntil: day(validUntil), isExpired: day(validUntil) < today },
  }));
}
