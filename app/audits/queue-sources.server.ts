import { sql } from '~/access/sql.server';
import { expiryNoticeDays } from './auditors/lists';
import { declaredDaysBefore } from './independence/limits';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import type { QueueReader, QueueSource } from '~/platform/queue/queue-source';

/** The audits `t` that the reader sees: planners and approvers all, an auditor those of the own teams (`planning/find-audit`); `own` is the reader's part in it. */
const audits = ({ userId, role }: QueueReader) => sql`
  FROM "Audit" t JOIN "Party" p ON p."organizationId" = t."organizationId" AND p."id" = t."partyId"
  LEFT JOIN "AuditMember" own ON own."organizationId" = t."organizationId" AND own."auditId" = t."id" AND own."userId" = ${userId}::uuid
  WHERE (${role !== 'auditor'} OR own."userId" IS NOT NULL)`;
/** Lead and assessors recorded the audit: someone else approves it, as `isReviewer` of `review` says. */
const notRecordedBy = sql`AND (own."part" IS NULL OR own."part" NOT IN ('lead', 'assessor'))`;
const columns = (path: '' | '/record' | '/conclusion' | '/review') => sql`
  t."id", p."name" AS "subject", t."number" AS "detail", 'audits/' || t."id" || ${path} AS "path"`;

const commission = sql`
  c."id", c."place"->>'supplier' AS "subject", c."number" AS "detail", 'commissions/' || c."id" AS "path"`;
/** The buyer of a commission before its number: two buyers of a firm number theirs alike, and a narrow line cuts off its end. */
const ofBuyer = sql`
  COALESCE(k."name", buyer."name") AS "subject", concat_ws(', ', c."number", c."place"->>'supplier') AS "detail", 'commissions/' || c."id" AS "path"`;
const buyerOf = sql`
  JOIN "Organization" buyer ON buyer."id" = c."organizationId"
  LEFT JOIN "AuditClient" k ON k."organizationId" = c."organizationId" AND k."id" = c."clientId"`;

/** "from|text": a commission, and from which day its audit is wanted. */
function wantedDetail(raw: string): string {
  const [from = '', ...text] = raw.split('|');
  return `${m.commissions_audit_from({ date: formatDate(from) })} · ${text.join('|')}`;
}

export const auditQueue: Readonly<Record<string, QueueSource>> = {
  'start-audit': {
    icon: 'audit',
    permission: 'record:audit',
    label: m.queue_start_audit,
    rows: (reader) => sql`
      SELECT ${columns('')}, t."startsOn" AS "dueOn", own."userId" IS NOT NULL AS "isMine"
      ${audits(reader)} AND t."status" = 'planned' AND t."startsOn" <= ${reader.until}::date`,
  },
  'conclude-audit': {
    icon: 'audit',
    permission: 'record:audit',
    label: m.queue_conclude_audit,
    rows: (reader) => sql`
      SELECT ${columns('/conclusion')}, t."endsOn" AS "dueOn", own."userId" IS NOT NULL AS "isMine"
      ${audits(reader)} AND t."status" = 'on-site' AND t."returnedReason" IS NULL AND t."endsOn" <= ${reader.until}::date`,
  },
  'answer-review-comments': {
    icon: 'report',
    permission: 'record:audit',
    label: m.queue_answer_review_comments,
    rows: (reader) => sql`
      SELECT ${columns('/review')}, NULL::date AS "dueOn", own."userId" IS NOT NULL AS "isMine"
      ${audits(reader)} AND t."status" = 'on-site' AND t."returnedReason" IS NOT NULL`,
  },
  'approve-audit': {
    icon: 'report',
    permission: 'approve:audit',
    label: m.queue_approve_audit,
    rows: (reader) => sql`
      SELECT ${columns('/review')}, NULL::date AS "dueOn", false AS "isMine"
      ${audits(reader)} AND t."status" = 'in-review' AND t."concludedById" <> ${reader.userId}::uuid ${notRecordedBy}`,
  },
  'decide-gate-point': {
    icon: 'report',
    permission: 'approve:audit',
    label: m.queue_decide_gate_point,
    rows: (reader) => sql`
      SELECT ${columns('/conclusion')}, NULL::date AS "dueOn", false AS "isMine"
      ${audits(reader)} AND t."status" <> 'cancelled' AND EXISTS (SELECT 1 FROM "Approval" g WHERE g."organizationId" = t."organizationId"
        AND g."auditId" = t."id" AND g."kind" = 'audit-gate-point' AND g."state" = 'open' AND g."proposedById" <> ${reader.userId}::uuid)`,
  },
  'declare-independence': {
    icon: 'user',
    permission: 'record:audit',
    label: m.queue_declare_independence,
    // The site may object to an auditor, and another one needs time to take over.
    rows: (reader) => sql`
      SELECT ${columns('')}, GREATEST(t."startsOn" - ${declaredDaysBefore}::int, own."addedAt"::date) AS "dueOn", true AS "isMine"
      ${audits(reader)} AND own."userId" IS NOT NULL AND own."declaration" IS NULL AND t."status" IN ('planned', 'on-site')`,
  },
  'answer-commission': {
    icon: 'audit',
    permission: 'edit:commission',
    label: m.queue_answer_commission,
    detail: wantedDetail,
    // A commission has no day to answer by. Conflicts are declared before the first day, as `answerBy` says; the detail names the day itself.
    rows: (reader) => sql`
      SELECT c."id", COALESCE(k."name", buyer."name") AS "subject", c."wantedFrom" || '|' || concat_ws(', ', c."number", c."place"->>'supplier') AS "detail",
        'commissions/' || c."id" AS "path", GREATEST(c."wantedFrom" - ${declaredDaysBefore}::int, c."createdAt"::date) AS "dueOn", false AS "isMine"
      FROM "AuditCommission" c ${buyerOf} WHERE c."firmOrganizationId" = ${reader.organizationId}::uuid AND c."status" = 'sent'`,
  },
  'answer-audit-firm': {
    icon: 'audit',
    permission: 'edit:commission',
    label: m.queue_answer_audit_firm,
    rows: (reader) => sql`
      SELECT ${commission}, c."wantedFrom" AS "dueOn", c."createdById" = ${reader.userId}::uuid AS "isMine"
      FROM "AuditCommission" c WHERE c."organizationId" = ${reader.organizationId}::uuid AND c."status" = 'question'`,
  },
  'decide-conflict': {
    icon: 'user',
    permission: 'approve:audit',
    label: m.queue_decide_conflict,
    rows: (reader) => sql`
      SELECT d."id", ${ofBuyer}, NULL::date AS "dueOn", false AS "isMine"
      FROM "ConflictDecision" d JOIN "AuditCommission" c ON c."id" = d."commissionId" ${buyerOf}
      WHERE d."isAccepted" IS NULL AND d."proposedById" <> ${reader.userId}::uuid AND c."status" IN ('sent', 'question', 'accepted')`,
  },
  'renew-credential': {
    icon: 'user',
    permission: 'record:audit',
    label: m.queue_renew_credential,
    rows: ({ userId, role, today }) => sql`
      SELECT c."id", u."name" AS "subject", c."number" AS "detail", 'auditors/' || c."userId" AS "path", c."validUntil" AS "dueOn", c."userId" = ${userId}::uuid AS "isMine"
      FROM "AuditorCredential" c JOIN "User" u ON u."id" = c."userId"
      WHERE c."validUntil" <= ${today}::date + ${expiryNoticeDays}::int AND (${role !== 'auditor'} OR c."userId" = ${userId}::uuid)`,
  },
};
