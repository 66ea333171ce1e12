import { type Sql, sql } from '~/access/sql.server';
import { m } from '~/paraglide/messages';
import type { QueueSource } from '~/platform/queue/queue-source';
import { isWaived } from './covenants/waived-covenant.server';
import { noticeOf } from './monitoring/incident-notice.server';
import { conditionDetail, covenantDetail, incidentDetail, owedDetail, reportDetail } from './queue-details';

/** The open deal `d` of a row with `dealId`; a task names its project. */
const deal = (row: Sql) => sql`
  JOIN "Deal" d ON d."organizationId" = ${row}."organizationId" AND d."id" = ${row}."dealId" AND d."status" NOT IN ('declined', 'exited')`;
const covenantPath = sql`'deals/' || d."id" || '/monitoring/covenants/' || c."id"`;
const covenants = sql`FROM "Covenant" c ${deal(sql`c`)}`;
const isOpener = (userId: string) => sql`d."openedById" = ${userId}::uuid AS "isMine"`;
/** Begins a detail with whether the task is about a drawstop now. */
const stopWhen = (is: Sql) => sql`CASE WHEN ${is} THEN 'stop|' ELSE '|' END`;
/** 'link' where a contact of the client can report on the deal `d`: a device, or a link that was not used. */
const canReport = (now: Date) => sql`CASE WHEN EXISTS (
  SELECT FROM "GuestAccess" g WHERE g."organizationId" = d."organizationId" AND g."dealId" = d."id" AND g."purpose" = 'monitoring'
    AND g."revokedAt" IS NULL AND g."expiresAt" > ${now} AND (g."kind" = 'device' OR g."usedAt" IS NULL)) THEN 'link' ELSE '' END`;
const conditions = sql`('cp-signing', 'cp-disbursement')`;
const action = sql`left(e."action", 120)`;
const esapItems = (userId: string, detail: Sql = action) => sql`
  SELECT e."id", d."projectName" AS "subject", ${detail} AS "detail", 'deals/' || d."id" || '/esap/items/' || e."id" AS "path", e."dueOn",
    ${isOpener(userId)} FROM "EsapItem" e ${deal(sql`e`)}`;

export const lendingQueue: Readonly<Record<string, QueueSource>> = {
  'decide-deal': {
    icon: 'organization',
    permission: 'decide:deal',
    label: m.queue_decide_deal,
    rows: ({ userId }) => sql`
      SELECT d."id", d."projectName" AS "subject", d."number" AS "detail", 'deals/' || d."id" || '#committee' AS "path", NULL::date AS "dueOn", false AS "isMine"
      FROM "Deal" d JOIN LATERAL (
        SELECT s."decision", s."byUserId" FROM "DealStatusChange" s WHERE s."organizationId" = d."organizationId" AND s."dealId" = d."id"
          AND (s."decision" IS NOT NULL OR (s."toStatus" = 'committee' AND s."fromStatus" NOT IN ('committee', 'held')))
        ORDER BY s."at" DESC, s."id" DESC LIMIT 1) s ON s."decision" IS NULL AND s."byUserId" <> ${userId}::uuid
      WHERE d."status" = 'committee'`,
  },
  'meet-condition': {
    icon: 'list',
    permission: 'edit:deal',
    label: m.queue_meet_condition,
    detail: conditionDetail,
    rows: ({ userId, today, until }) => sql`
      ${esapItems(userId, sql`${stopWhen(sql`e."dueOn" < ${today}::date`)} || ${action}`)} WHERE e."status" NOT IN ('done', 'verified', 'dropped') AND e."milestone" IN ${conditions} AND e."dueOn" <= ${until}::date`,
  },
  'complete-esap-item': {
    icon: 'list',
    permission: 'edit:deal',
    label: m.queue_complete_esap_item,
    rows: ({ userId, until }) => sql`
      ${esapItems(userId)} WHERE e."status" NOT IN ('done', 'verified', 'dropped') AND (e."milestone" IS NULL OR e."milestone" NOT IN ${conditions})
        AND e."dueOn" <= ${until}::date`,
  },
  'verify-esap-item': {
    icon: 'success',
    permission: 'edit:deal',
    label: m.queue_verify_esap_item,
    rows: ({ userId }) => sql`${esapItems(userId)} WHERE e."status" = 'done' AND e."doneById" IS DISTINCT FROM ${userId}::uuid`,
  },
  'test-covenant': {
    icon: 'check',
    permission: 'edit:deal',
    label: m.queue_test_covenant,
    detail: covenantDetail,
    rows: ({ userId, today, until }) => sql`
      SELECT c."id", d."projectName" AS "subject",
        ${stopWhen(sql`c."nextDueOn" < ${today}::date`)} || c."kind" || '|' || left(c."text", 120) AS "detail",
        ${covenantPath} AS "path", c."nextDueOn" AS "dueOn", ${isOpener(userId)}
      ${covenants} WHERE c."endedOn" IS NULL AND c."nextDueOn" <= ${until}::date AND NOT ${isWaived(sql`c`, today)}`,
  },
  'follow-breach': {
    icon: 'finding',
    permission: 'edit:deal',
    label: m.queue_follow_breach,
    detail: covenantDetail,
    rows: ({ userId, today }) => sql`
      SELECT b."id", d."projectName" AS "subject",
        ${stopWhen(sql`NOT ${isWaived(sql`c`, today)}`)} || c."kind" || '|' || left(b."text", 120) AS "detail",
        ${covenantPath} AS "path", b."planDueOn" AS "dueOn", ${isOpener(userId)}
      ${covenants} JOIN "CovenantBreach" b ON b."organizationId" = c."organizationId" AND b."covenantId" = c."id" AND b."status" IN ('open', 'planned')
      WHERE NOT EXISTS (
        SELECT FROM "Approval" v WHERE v."organizationId" = b."organizationId" AND v."breachId" = b."id" AND v."state" = 'open')`,
  },
  'decide-covenant': {
    icon: 'check',
    permission: 'decide:deal',
    label: m.queue_decide_covenant,
    rows: ({ userId }) => sql`
      SELECT v."id", d."projectName" AS "subject", left(v."reason", 120) AS "detail", ${covenantPath} AS "path", v."expiresAt" AS "dueOn", false AS "isMine"
      FROM "Approval" v LEFT JOIN "CovenantBreach" b ON b."organizationId" = v."organizationId" AND b."id" = v."breachId"
      JOIN "Covenant" c ON c."organizationId" = v."organizationId" AND c."id" = COALESCE(v."covenantId", b."covenantId") ${deal(sql`c`)}
      WHERE v."state" = 'open' AND v."kind" IN ('covenant-deletion', 'covenant-end', 'breach-remedy', 'covenant-waiver')
        AND v."proposedById" <> ${userId}::uuid`,
  },
  'renew-waiver': {
    icon: 'clock',
    permission: 'edit:deal',
    label: m.queue_renew_waiver,
    rows: ({ userId, today, until }) => sql`
      SELECT v."id", d."projectName" AS "subject", left(c."text", 120) AS "detail", ${covenantPath} AS "path", (v."payload" ->> 'untilOn')::date AS "dueOn",
        ${isOpener(userId)}
      FROM "Approval" v JOIN "Covenant" c ON c."organizationId" = v."organizationId" AND c."id" = v."covenantId" AND c."endedOn" IS NULL ${deal(sql`c`)}
      WHERE v."kind" = 'covenant-waiver' AND v."state" = 'approved' AND (v."payload" ->> 'untilOn')::date BETWEEN ${today}::date AND ${until}::date`,
  },
  'remind-report': {
    icon: 'mail',
    permission: 'edit:deal',
    label: m.queue_remind_report,
    detail: owedDetail,
    rows: ({ userId, until, now }) => sql`
      SELECT s."id", d."projectName" AS "subject", ${canReport(now)} || '|' || d."number" || '|' || s."nextPeriodFrom" || '|' || (s."nextDueOn" - s."dueDays") AS "detail", 'deals/' || d."id" || '/monitoring/reports/' || s."nextPeriodFrom" AS "path",
        s."nextDueOn" AS "dueOn", ${isOpener(userId)}
      FROM "ReportSchedule" s ${deal(sql`s`)} WHERE s."nextDueOn" <= ${until}::date`,
  },
  'review-report': {
    icon: 'report',
    permission: 'edit:deal',
    label: m.queue_review_report,
    detail: reportDetail,
    rows: ({ userId }) => sql`
      SELECT r."id", d."projectName" AS "subject", d."number" || '|' || r."periodFrom" || '|' || r."periodTo" AS "detail", 'deals/' || d."id" || '/monitoring/reports/' || r."periodFrom" AS "path",
        r."dueOn", ${isOpener(userId)}
      FROM "MonitoringReport" r ${deal(sql`r`)} WHERE r."status" = 'sent'`,
  },
  'assess-incident': {
    icon: 'incident',
    comesFirst: true,
    permission: 'edit:deal',
    label: m.queue_follow_incident,
    detail: incidentDetail,
    rows: ({ userId, now }) => sql`
      SELECT i."id", d."projectName" AS "subject",
        i."kind" || '|' || (i."happenedAt" AT TIME ZONE 'UTC')::date || '|' || ${noticeOf(sql`i`, now)} || '|' || d."number" AS "detail", 'deals/' || d."id" || '/monitoring/incidents/' || i."id" AS "path",
        CASE WHEN i."reportedAt" IS NULL THEN (i."deadlineAt" AT TIME ZONE 'UTC')::date END AS "dueOn", i."recordedById" = ${userId}::uuid AS "isMine"
      FROM "MonitoringIncident" i ${deal(sql`i`)} WHERE i."status" = 'open'`,
  },
  'judge-consultant': {
    icon: 'user',
    permission: 'decide:deal',
    label: m.queue_judge_consultant,
    rows: ({ userId }) => sql`
      SELECT k."id", d."projectName" AS "subject", concat_ws(' · ', NULLIF(k."firm", ''), k."name") AS "detail", 'deals/' || d."id" || '/review/consultant-independence/' || k."number" AS "path",
        NULL::date AS "dueOn", false AS "isMine"
      FROM "ConsultantCheck" k ${deal(sql`k`)}
      JOIN "Approval" v ON v."organizationId" = k."organizationId" AND v."checkId" = k."id" AND v."state" = 'open' AND v."proposedById" <> ${userId}::uuid`,
  },
};
