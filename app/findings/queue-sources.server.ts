import { findingGradeSchema } from '#scoring';
import { sql } from '~/access/sql.server';
import { listSharedWith } from '~/access/require-site.server';
import { m } from '~/paraglide/messages';
import { daysAfter } from '~/platform/queue/queue-dates';
import { detailOfFinding, findingDetail } from './findings/finding-detail.server';
import { gradeLabel } from './findings/labels';
import type { QueueSource } from '~/platform/queue/queue-source';

const party = sql`JOIN "Party" p ON p."organizationId" = f."organizationId" AND p."id" = f."partyId"`;
/** A corrective action `a` on a finding that counts. */
const actions = sql`
  FROM "CorrectiveAction" a JOIN "Finding" f ON f."organizationId" = a."organizationId" AND f."id" = a."findingId" AND f."withdrawnAt" IS NULL ${party}`;

/** The grade of a finding that was replied to, for how long the reply waits, and what was found: as `grade|days|text`. */
function replyDetail(raw: string): string {
  const [grade = '', days = '', ...text] = raw.split('|');
  const known = findingGradeSchema.safeParse(grade);
  return m.queue_reply_waiting({
    grade: known.success ? gradeLabel(known.data) : grade,
    count: Number(days),
    text: findingDetail(text.join('|')),
  });
}

/** Findings on which the site sent something that waits for a decision. */
const sent = (kind: 'action' | 'progress') => sql`
  SELECT f."id", p."name" AS "subject", ${detailOfFinding} AS "detail", 'findings/' || f."id" AS "path", NULL::date AS "dueOn",
    COALESCE(bool_or(a."ownerMemberId" = NULLIF(current_setting('app.user_id', true), '')::uuid), false) AS "isMine"
  FROM "SiteMessage" s JOIN "Finding" f ON f."organizationId" = s."organizationId" AND f."id" = s."findingId" AND f."withdrawnAt" IS NULL ${party}
  LEFT JOIN "CorrectiveAction" a ON a."organizationId" = s."organizationId" AND a."id" = s."actionId"
  WHERE s."kind" = ${kind} AND s."verdict" IS NULL GROUP BY f."id", p."name", f."text", f."origin", f."indicator"`;

export const findingQueue: Readonly<Record<string, QueueSource>> = {
  'resolve-finding': {
    icon: 'finding',
    comesFirst: true,
    permission: 'edit:finding',
    label: m.queue_resolve_finding,
    detail: findingDetail,
    // A critical finding is there from the first day, whenever it is due.
    rows: ({ userId, until }) => sql`
      SELECT f."id", p."name" AS "subject", ${detailOfFinding} AS "detail", 'findings/' || f."id" AS "path", f."dueOn",
        f."recordedById" IS NOT DISTINCT FROM ${userId}::uuid AS "isMine"
      FROM "Finding" f ${party} WHERE f."status" <> 'verified' AND f."withdrawnAt" IS NULL AND (f."dueOn" <= ${until}::date OR f."grade" = 'critical')`,
  },
  'follow-action': {
    icon: 'check',
    permission: 'edit:corrective-action',
    label: m.queue_follow_action,
    rows: ({ userId, until }) => sql`
      SELECT a."id", p."name" AS "subject", concat_ws(' · ', NULLIF(a."owner", ''), left(a."action", 120)) AS "detail", 'corrective-actions/' || a."id" AS "path", a."dueOn",
        a."ownerMemberId" IS NOT DISTINCT FROM ${userId}::uuid AS "isMine"
      ${actions} WHERE a."status" IN ('pending', 'in-progress') AND a."dueOn" <= ${until}::date`,
  },
  // Verified when it is completed: the day by which the supplier had to complete it is no deadline of this.
  'verify-action': {
    icon: 'success',
    permission: 'verify:corrective-action',
    label: m.queue_verify_action,
    rows: ({ userId }) => sql`
      SELECT a."id", p."name" AS "subject", left(a."action", 120) AS "detail", 'corrective-actions/' || a."id" AS "path", NULL::date AS "dueOn", false AS "isMine"
      ${actions} WHERE a."status" = 'completed' AND a."completedById" IS DISTINCT FROM ${userId}::uuid`,
  },
  'decide-extension': {
    icon: 'edit',
    permission: 'verify:corrective-action',
    label: m.queue_decide_extension,
    rows: ({ userId }) => sql`
      SELECT v."id", p."name" AS "subject", left(a."action", 120) AS "detail", 'corrective-actions/' || a."id" AS "path", a."dueOn", false AS "isMine"
      ${actions} JOIN "Approval" v ON v."organizationId" = a."organizationId" AND v."actionId" = a."id" AND v."kind" = 'due-date-extension'
        AND v."state" = 'open' AND v."proposedById" <> ${userId}::uuid`,
  },
  'decide-verification': {
    icon: 'edit',
    permission: 'verify:corrective-action',
    label: m.queue_decide_verification,
    rows: ({ userId }) => sql`
      SELECT v."id", p."name" AS "subject", left(a."action", 120) AS "detail", 'corrective-actions/' || a."id" AS "path", a."dueOn", false AS "isMine"
      ${actions} JOIN "Approval" v ON v."organizationId" = a."organizationId" AND v."actionId" = a."id" AND v."kind" = 'verification-gate-point'
        AND v."state" = 'open' AND v."proposedById" <> ${userId}::uuid AND a."completedById" IS DISTINCT FROM ${userId}::uuid`,
  },
  'accept-plan': {
    icon: 'finding',
    permission: 'edit:corrective-action',
    label: m.queue_accept_plan,
    detail: findingDetail,
    rows: () => sent('action'),
  },
  'review-progress': {
    icon: 'finding',
    permission: 'edit:corrective-action',
    label: m.queue_review_progress,
    detail: findingDetail,
    rows: () => sent('progress'),
  },
  'answer-reply': {
    icon: 'finding',
    comesFirst: true,
    permission: 'edit:finding',
    label: m.queue_answer_reply,
    detail: replyDetail,
    order: sql`r."rank", r."repliedOn"`,
    rows: ({ userId, today }) => sql`
      SELECT r."id", p."name" AS "subject", concat_ws('|', f."grade", ${today}::date - r."repliedOn", ${detailOfFinding}) AS "detail",
        'findings/' || f."id" || '#reply' AS "path", NULL::date AS "dueOn",
        r."sentById" = ${userId}::uuid AS "isMine", r."repliedOn", array_position(ARRAY['critical', 'major', 'moderate', 'minor'], f."grade") AS "rank"
      FROM "FindingReply" r JOIN "Finding" f ON f."organizationId" = r."organizationId" AND f."id" = r."findingId" AND f."withdrawnAt" IS NULL ${party}
      WHERE r."repliedOn" IS NOT NULL AND r."verdict" IS NULL`,
  },
  'respond-to-findings': {
    icon: 'finding',
    permission: 'answer:response',
    label: m.queue_respond_to_findings,
    // What the site has sent is not visible from here: a share leaves the queue two weeks after its date.
    read: async (db, { organizationId, today }) =>
      (await listSharedWith(db, { organizationId }))
        .map(({ shareId, askerName, dueOn }) => ({
          ...{ id: shareId, subject: askerName, detail: '', path: `/guest/findings/${shareId}`, isMine: false },
          dueOn: new Date(dueOn).toISOString().slice(0, 10),
        }))
        .filter(({ dueOn }) => dueOn >= daysAfter(today, -14))
        .sort((a, b) => a.dueOn.localeCompare(b.dueOn)),
  },
};
