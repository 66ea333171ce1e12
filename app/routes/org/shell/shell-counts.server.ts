import { z } from 'zod';
import type { Permission } from '~/access/permissions';
import { type Question, queryTogether } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { unreadFrom, unreadQuestion } from '~/platform/notifications/list-notifications.server';
import type { SubjectKey } from './navigation';

const rowSchema = z.object({
  suppliers: z.number().int(),
  commissions: z.number().int(),
  questionnaires: z.number().int(),
  audits: z.number().int(),
  findings: z.number().int(),
  deals: z.number().int(),
  monitoring: z.number().int(),
  reports: z.number().int(),
});
export type WaitingCounts = Partial<Record<SubjectKey, number>>;
type Reader = { userId: string; organizationId: string; can: (permission: Permission) => boolean; today: string };

/**
 * The number of tasks of a member by entry of the navigation: answers to review, audits to declare for, start or approve, commissions to answer, actions to
 * verify or due, proposals to decide on (of a labour recruiter once it has replied or its time is over), deals to decide in committee, reports and incidents of
 * deals, offers to accept; and the number of unread notifications. One query, whose parts read indexes of open records alone; `today` is YYYY-MM-DD. Sensitive
 * cases are never counted.
 */
export async function readShellCounts(db: TenantDb, reader: Reader): Promise<{ counts: WaitingCounts; unread: number }> {
  const { waiting, unread } = await queryTogether(db, { waiting: waitingQuestion(reader), unread: unreadQuestion(reader.userId) });
  const [row] = waiting;
  if (!row) return { counts: {}, unread: unreadFrom(unread, reader.can) };
  const { commissions, ...counts } = row;
  // An audit firm calls its suppliers clients.
  return { counts: { ...counts, clients: counts.suppliers + commissions }, unread: unreadFrom(unread, reader.can) };
}

function waitingQuestion({ userId, organizationId, can, today }: Reader) {
  const may = {
    judge: can('edit:supplier'),
    review: can('approve:response'),
    record: can('record:audit'),
    approve: can('approve:audit'),
    verify: can('verify:corrective-action'),
    waive: can('decide:waiver'),
    decide: can('decide:deal'),
    follow: can('edit:deal'),
    receive: can('receive:shared-access'),
    share: can('share:answers'),
    commission: can('edit:commission'),
  };
  /** Corrective actions of findings that were not withdrawn. */
  const actions = sql`"CorrectiveAction" c JOIN "Finding" f ON f."organizationId" = c."organizationId" AND f."id" = c."findingId" AND f."withdrawnAt" IS NULL`;
  return {
    schema: rowSchema,
    statement: sql`
      SELECT
        (SELECT count(*)::int FROM "Approval" v WHERE ${may.judge} AND v."state" = 'open' AND v."kind" = 'recruiter-status'
          AND v."proposedById" <> ${userId}::uuid AND ((v."payload" ->> 'replyDueOn')::date <= ${today}::date OR EXISTS (
            SELECT 1 FROM "RecruiterRecord" r WHERE r."organizationId" = v."organizationId" AND r."partyId" = v."partyId"
              AND r."entryId" = (v."payload" ->> 'entryId')::uuid AND r."values" ->> 'repliedOn' IS NOT NULL))) AS "suppliers",
        (SELECT count(*)::int FROM "AuditCommission" c WHERE ${may.commission} AND c."firmOrganizationId" = ${organizationId}::uuid AND c."status" = 'sent')
        + (SELECT count(*)::int FROM "ConflictDecision" d JOIN "AuditCommission" c ON c."id" = d."commissionId"
          WHERE ${may.approve} AND c."firmOrganizationId" = ${organizationId}::uuid AND c."status" IN ('sent', 'question', 'accepted')
            AND d."isAccepted" IS NULL AND d."proposedById" <> ${userId}::uuid) AS "commissions",
        (SELECT count(*)::int FROM "QuestionnaireResponse" WHERE ${may.review} AND "status" = 'submitted') AS "questionnaires",
        (SELECT count(*)::int FROM "Audit" a WHERE ${may.record} AND a."status" IN ('planned', 'on-site') AND EXISTS (
            SELECT 1 FROM "AuditMember" t WHERE t."organizationId" = a."organizationId" AND t."auditId" = a."id" AND t."userId" = ${userId}::uuid
              AND (t."declaration" IS NULL OR a."startsOn" <= ${today}::date)))
        + (SELECT count(*)::int FROM "Audit" a WHERE ${may.approve} AND a."status" = 'in-review' AND a."concludedById" IS DISTINCT FROM ${userId}::uuid
          AND NOT EXISTS (SELECT 1 FROM "AuditMember" t WHERE t."organizationId" = a."organizationId" AND t."auditId" = a."id" AND t."userId" = ${userId}::uuid
            AND t."part" IN ('lead', 'assessor')))
        + (SELECT count(*)::int FROM "Approval" WHERE ${may.approve} AND "state" = 'open' AND "kind" = 'audit-gate-point' AND "proposedById" <> ${userId}::uuid)
        + (SELECT count(*)::int FROM "AuditCommission" c WHERE ${may.commission} AND c."organizationId" = ${organizationId}::uuid AND c."status" = 'question') AS "audits",
        (SELECT count(*)::int FROM ${actions} WHERE ${may.verify} AND c."status" = 'completed' AND c."completedById" IS DISTINCT FROM ${userId}::uuid)
        + (SELECT count(*)::int FROM ${actions}
            WHERE c."ownerMemberId" = ${userId}::uuid AND c."status" IN ('pending', 'in-progress') AND c."dueOn" <= ${today}::date)
        + (SELECT count(*)::int FROM "Approval" WHERE "state" = 'open' AND "proposedById" <> ${userId}::uuid
            AND ((${may.waive} AND "kind" = 'override-waiver') OR (${may.verify} AND "kind" = 'due-date-extension'))) AS "findings",
        (SELECT count(*)::int FROM "Approval" WHERE ${may.decide} AND "state" = 'open' AND "proposedById" <> ${userId}::uuid
            AND "kind" = 'consultant-independence')
        + (SELECT count(*)::int FROM "Deal" d JOIN LATERAL (
            SELECT s."decision", s."byUserId" FROM "DealStatusChange" s WHERE s."organizationId" = d."organizationId" AND s."dealId" = d."id"
              AND (s."decision" IS NOT NULL OR (s."toStatus" = 'committee' AND s."fromStatus" NOT IN ('committee', 'held')))
            ORDER BY s."at" DESC, s."id" DESC LIMIT 1) s ON s."decision" IS NULL AND s."byUserId" <> ${userId}::uuid
          WHERE ${may.decide} AND d."status" = 'committee') AS "deals",
        (SELECT count(*)::int FROM "MonitoringReport" r JOIN "Deal" d ON d."organizationId" = r."organizationId" AND d."id" = r."dealId"
          WHERE ${may.follow} AND r."status" = 'sent' AND d."status" NOT IN ('declined', 'exited'))
        + (SELECT count(*)::int FROM "MonitoringIncident" i JOIN "Deal" d ON d."organizationId" = i."organizationId" AND d."id" = i."dealId"
          WHERE ${may.follow} AND i."status" = 'open' AND i."reportedAt" IS NULL AND i."deadlineAt" IS NOT NULL AND d."status" NOT IN ('declined', 'exited'))
        + (SELECT count(*)::int FROM "Approval" WHERE ${may.decide} AND "state" = 'open' AND "proposedById" <> ${userId}::uuid
            AND "kind" IN ('covenant-deletion', 'covenant-end', 'breach-remedy', 'covenant-waiver')) AS "monitoring",
        (SELECT count(*)::int FROM "SharedAccess" WHERE ${may.receive} AND "recipientOrganizationId" = ${organizationId}::uuid AND "status" = 'offered'
          AND "expiresAt" > now())
        + (SELECT count(*)::int FROM "AccessRequest" WHERE ${may.share} AND "granterOrganizationId" = ${organizationId}::uuid AND "status" = 'open') AS "reports"`,
  } satisfies Question;
}
