import { z } from 'zod';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { type AuditCaller, visibleAudits } from '~/audits/planning/find-audit.server';
import { waitingStatuses } from '~/questionnaires/requests/states';
import { banRank } from '~/suppliers/registry/alert-filters';
import type { ActState } from './primary-act';

const id = z.string().nullable();
const rowSchema = z.object({
  city: z.string().nullable(),
  region: z.string().nullable(),
  products: z.array(z.string()),
  workers: z.number().nullable(),
  isBanned: z.boolean(),
  alertToConfirm: id,
  actionToVerify: id,
  responseToReview: id,
  responseToFinish: id,
  requestWaiting: id,
  findingToPlan: id,
  responses: z.number(),
  findings: z.number(),
  actions: z.number(),
  files: z.number(),
  reports: z.number(),
});

export type HeadState = {
  /** Its own, else that of its only site. */
  place: { city: string | null; region: string | null };
  products: string[];
  workers: number | null;
  acts: Omit<ActState, 'isArchived' | 'band'>;
  /** What the tabs count: answers of the supplier, what is open of findings and actions, files and reports. `audits` is null for those who may see none. */
  counts: { responses: number; findings: number; actions: number; documents: number; audits: number | null };
};

/**
 * What the head of a supplier's pages shows beside `readSupplierHead`: place, product and workers, what waits for an act, and the counts of the tabs. Two queries,
 * of which members who may read no audits need one. An audit counts where the caller may see it.
 */
export async function readHeadState(
  db: TenantDb,
  options: { partyId: string; caller: AuditCaller; mayReadAudits: boolean },
): Promise<HeadState> {
  const { partyId, caller, mayReadAudits } = options;
  const row = await queryFirst(
    db,
    rowSchema,
    sql`
      WITH facts AS (
        SELECT f."values", f."recordedAt", f."id" FROM known_facts() f WHERE f."partyId" = ${partyId}::uuid
      ), responses AS (
        SELECT q."id", q."status", q."openedAt", q."submittedAt", r."status" AS "requestStatus"
        FROM "QuestionnaireResponse" q
        LEFT JOIN "QuestionnaireRequest" r ON r."organizationId" = q."organizationId" AND r."responseId" = q."id"
        WHERE q."partyId" = ${partyId}::uuid AND q."status" <> 'recording'
      ), findings AS (
        SELECT f."id", f."grade", f."status", f."openedAt" FROM "Finding" f WHERE f."partyId" = ${partyId}::uuid AND f."withdrawnAt" IS NULL
      ), actions AS (
        SELECT c."id", c."status", c."completedAt", c."completedById", c."findingId"
        FROM findings f JOIN "CorrectiveAction" c ON c."findingId" = f."id"
      ), bans AS (
        SELECT a."id", a."rank", a."status" = 'open' AND a."isToBeConfirmed" AS waits FROM "Alert" a
        WHERE a."partyId" = ${partyId}::uuid AND a."endedAt" IS NULL AND a."status" <> 'dismissed' AND a."rank" <= ${banRank}::int
      )
      SELECT
        COALESCE((SELECT "values"->>'city' FROM facts WHERE jsonb_exists("values", 'city') ORDER BY "recordedAt" DESC, "id" DESC LIMIT 1),
          (SELECT min(t."city") FROM "Site" t WHERE t."supplierPartyId" = s."partyId" HAVING count(*) = 1)) AS city,
        COALESCE((SELECT "values"->>'region' FROM facts WHERE jsonb_exists("values", 'region') ORDER BY "recordedAt" DESC, "id" DESC LIMIT 1),
          (SELECT min(t."region") FROM "Site" t WHERE t."supplierPartyId" = s."partyId" HAVING count(*) = 1)) AS region,
        s."products", s."workers",
        EXISTS (SELECT 1 FROM bans WHERE NOT waits) AS "isBanned",
        (SELECT "id"::text FROM bans WHERE waits ORDER BY "rank", "id" LIMIT 1) AS "alertToConfirm",
        (SELECT "id"::text FROM actions WHERE "status" = 'completed' AND "completedById" IS DISTINCT FROM ${caller.userId}::uuid
          ORDER BY "completedAt", "id" LIMIT 1) AS "actionToVerify",
        (SELECT "id"::text FROM responses WHERE "status" = 'submitted' ORDER BY "submittedAt", "id" LIMIT 1) AS "responseToReview",
        (SELECT "id"::text FROM responses WHERE "status" = 'open' AND "requestStatus" IS NULL ORDER BY "openedAt", "id" LIMIT 1) AS "responseToFinish",
        (SELECT "id"::text FROM responses WHERE "requestStatus" = ANY(${[...waitingStatuses]}::text[]) ORDER BY "openedAt", "id" LIMIT 1) AS "requestWaiting",
        (SELECT f."id"::text FROM findings f WHERE f."status" = 'open' AND f."grade" IN ('critical', 'major')
          AND NOT EXISTS (SELECT 1 FROM actions c WHERE c."findingId" = f."id") ORDER BY f."grade", f."openedAt", f."id" LIMIT 1) AS "findingToPlan",
        (SELECT count(*)::int FROM responses) AS responses,
        (SELECT count(*)::int FROM findings WHERE "status" <> 'verified') AS findings,
        (SELECT count(*)::int FROM actions WHERE "status" <> 'verified') AS actions,
        (SELECT count(*)::int FROM responses q JOIN "Evidence" e ON e."responseId" = q."id" WHERE e."removedAt" IS NULL) AS files,
        (SELECT count(*)::int FROM responses q JOIN "FrozenDocument" d ON d."responseId" = q."id" AND d."kind" = 'assessment') AS reports
      FROM "Supplier" s WHERE s."partyId" = ${partyId}::uuid`,
  );
  if (!row) throw new RangeError('no supplier has this id');
  const audits = mayReadAudits
    ? await db.audit.findMany({
        where: { AND: [visibleAudits(caller), { partyId }] },
        select: { status: true, _count: { select: { documents: { where: { kind: 'audit' } } } } },
      })
    : null;
  const auditReports = audits?.reduce((sum, { _count }) => sum + _count.documents, 0) ?? 0;
  const { city, region, products, workers, responses, findings, actions, files, reports, ...acts } = row;
  return {
    place: { city, region },
    products,
    workers,
    acts: { ...acts, responses },
    counts: {
      ...{ responses, findings, actions, documents: files + reports + auditReports },
      audits: audits?.filter(({ status }) => status !== 'cancelled').length ?? null,
    },
  };
}
