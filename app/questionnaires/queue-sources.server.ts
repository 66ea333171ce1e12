import { sql } from '~/access/sql.server';
import { m } from '~/paraglide/messages';
import { isOverdueRequest } from '~/questionnaires/requests/overdue-request.server';
import type { QueueSource } from '~/platform/queue/queue-source';

const party = sql`JOIN "Party" p ON p."organizationId" = q."organizationId" AND p."id" = q."partyId"`;

/** A request that this organization made itself, with its response `q` and the party asked. */
const asked = sql`
  FROM "QuestionnaireRequest" r JOIN "QuestionnaireResponse" q ON q."organizationId" = r."organizationId" AND q."id" = r."responseId" ${party}
  WHERE r."viaResponseId" IS NULL AND r."takenBackAt" IS NULL`;

export const questionnaireQueue: Readonly<Record<string, QueueSource>> = {
  'review-answers': {
    icon: 'response',
    permission: 'grade:evidence',
    label: m.queue_review_answers,
    rows: ({ userId }) => sql`
      SELECT q."id", p."name" AS "subject", '' AS "detail", 'responses/' || q."id" || '/review' AS "path", NULL::date AS "dueOn",
        q."openedById" = ${userId}::uuid AS "isMine"
      FROM "QuestionnaireResponse" q ${party} WHERE q."status" = 'submitted' AND q."kind" = 'self-assessment'`,
  },
  'remind-suppliers': {
    icon: 'mail',
    permission: 'ask:supplier',
    label: m.queue_remind_supplier,
    grouped: { label: (count) => m.queue_remind_suppliers({ count }), path: 'requests?status=late' },
    rows: ({ userId, today }) => sql`
      SELECT q."id", p."name" AS "subject", '' AS "detail", 'requests/' || q."id" AS "path", r."dueOn", r."invitedById" = ${userId}::uuid AS "isMine"
      ${asked} AND ${isOverdueRequest(sql`${today}::date`)}`,
  },
  'correct-addresses': {
    icon: 'mail',
    permission: 'ask:supplier',
    label: m.queue_correct_address,
    grouped: { label: (count) => m.queue_correct_addresses({ count }), path: 'requests?status=bounced' },
    rows: ({ userId }) => sql`
      SELECT q."id", p."name" AS "subject", '' AS "detail", 'requests/' || q."id" AS "path", r."dueOn", r."invitedById" = ${userId}::uuid AS "isMine"
      ${asked} AND r."status" = 'bounced'`,
  },
  'follow-refusals': {
    icon: 'response',
    permission: 'ask:supplier',
    label: m.queue_follow_refusal,
    grouped: { label: (count) => m.queue_follow_refusals({ count }), path: 'requests?status=refused' },
    // Withdrawn, or asked again since: followed up.
    rows: ({ userId }) => sql`
      SELECT q."id", p."name" AS "subject", left(COALESCE(r."refusalReason", ''), 120) AS "detail", 'requests/' || q."id" AS "path", NULL::date AS "dueOn",
        r."invitedById" = ${userId}::uuid AS "isMine"
      ${asked} AND r."status" = 'refused' AND NOT EXISTS (
        SELECT FROM "QuestionnaireResponse" n JOIN "QuestionnaireRequest" t ON t."organizationId" = n."organizationId" AND t."responseId" = n."id"
        WHERE n."organizationId" = q."organizationId" AND n."partyId" = q."partyId" AND t."invitedAt" > r."refusedAt")`,
  },
  'complete-response': {
    icon: 'edit',
    permission: 'answer:response',
    label: m.queue_complete_response,
    rows: ({ userId, until }) => sql`
      SELECT q."id", p."name" AS "subject", '' AS "detail", 'responses/' || q."id" AS "path", q."dueOn", q."openedById" = ${userId}::uuid AS "isMine"
      FROM "QuestionnaireResponse" q ${party}
      WHERE q."status" = 'open' AND q."dueOn" <= ${until}::date AND NOT EXISTS (
        SELECT FROM "QuestionnaireRequest" r WHERE r."organizationId" = q."organizationId" AND r."responseId" = q."id")`,
  },
  'start-campaign': {
    icon: 'mail',
    permission: 'ask:supplier',
    label: m.queue_start_campaign,
    rows: ({ userId }) => sql`
      SELECT c."id", c."name" AS "subject", '' AS "detail", 'campaigns/' || c."id" || '/check' AS "path", NULL::date AS "dueOn", true AS "isMine"
      FROM "Campaign" c WHERE c."status" = 'draft' AND c."createdById" = ${userId}::uuid`,
  },
};
