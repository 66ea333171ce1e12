import { type Sql, sql } from '~/access/sql.server';
import { m } from '~/paraglide/messages';
import type { ChangeSource } from '~/platform/changes/change-source';
import { noticeOf } from './monitoring/incident-notice.server';
import { breachBrief, breachDetail, receivedBrief, receivedDetail, recordedBrief, recordedDetail } from './queue-details';

/** The open deal `d` of a row with `dealId`; a change names its project. */
const deal = (row: Sql) => sql`
  JOIN "Deal" d ON d."organizationId" = ${row}."organizationId" AND d."id" = ${row}."dealId" AND d."status" NOT IN ('declined', 'exited')`;

export const lendingChanges: Readonly<Record<string, ChangeSource>> = {
  'deal-moved': {
    homes: ['lender'],
    permission: 'read:deal',
    label: (count) => m.changes_deal_moved({ count }),
    // A deal is one change, however often it moved.
    rows: ({ since }) => sql`
      SELECT DISTINCT ON (d."id") d."id", d."projectName" AS "subject", d."number" AS "detail", 'deals/' || d."id" AS "path", s."at"::date AS "on", s."byUserId" AS "byId"
      FROM "DealStatusChange" s JOIN "Deal" d ON d."organizationId" = s."organizationId" AND d."id" = s."dealId"
      WHERE s."at" >= ${since}::date AND s."fromStatus" <> s."toStatus" ORDER BY d."id", s."at" DESC`,
  },
  'client-report-received': {
    homes: ['lender'],
    permission: 'read:deal',
    label: (count) => m.changes_client_report_received({ count }),
    detail: receivedDetail,
    brief: receivedBrief,
    rows: ({ since }) => sql`
      SELECT r."id", d."projectName" AS "subject",
        d."number" || '|' || r."periodFrom" || '|' || r."periodTo" || '|' || r."dueOn" || '|' || sent."receivedAt"::date AS "detail", 'deals/' || d."id" || '/monitoring/reports/' || r."periodFrom" AS "path",
        sent."issuedAt"::date AS "on", NULL::uuid AS "byId"
      FROM "MonitoringReport" r ${deal(sql`r`)} JOIN LATERAL (
        SELECT f."issuedAt", min(f."issuedAt") OVER () AS "receivedAt" FROM "FrozenDocument" f WHERE f."organizationId" = r."organizationId" AND f."monitoringReportId" = r."id" AND f."kind" = 'client-report'
        ORDER BY f."version" DESC LIMIT 1) sent ON sent."issuedAt" >= ${since}::date`,
  },
  'incident-recorded': {
    homes: ['lender'],
    permission: 'read:deal',
    label: (count) => m.changes_incident_recorded({ count }),
    detail: recordedDetail,
    brief: recordedBrief,
    rows: ({ since }) => sql`
      SELECT i."id", d."projectName" AS "subject",
        i."recordedAt"::date || '|' || i."kind" || '|' || (i."happenedAt" AT TIME ZONE 'UTC')::date || '|' || ${noticeOf(sql`i`, new Date())} || '|' || d."number" AS "detail", 'deals/' || d."id" || '/monitoring/incidents/' || i."id" AS "path",
        i."recordedAt"::date AS "on", i."recordedById" AS "byId"
      FROM "MonitoringIncident" i ${deal(sql`i`)} WHERE i."recordedAt" >= ${since}::date`,
  },
  'covenant-breached': {
    homes: ['lender'],
    permission: 'read:deal',
    label: (count) => m.changes_covenant_breached({ count }),
    detail: breachDetail,
    brief: breachBrief,
    // By the day it was recorded: by the day of the test, a breach could be dated before the day since which changes are listed.
    rows: ({ since }) => sql`
      SELECT b."id", d."projectName" AS "subject",
        c."kind" || '|' || CASE WHEN b."openedOn" <> b."openedAt"::date THEN b."openedOn"::text ELSE '' END || '|' || b."openedAt"::date || '|' || left(b."text", 120) AS "detail",
        'deals/' || d."id" || '/monitoring/covenants/' || c."id" AS "path", b."openedAt"::date AS "on", b."openedById" AS "byId"
      FROM "Covenant" c ${deal(sql`c`)} JOIN "CovenantBreach" b ON b."organizationId" = c."organizationId" AND b."covenantId" = c."id"
      WHERE b."openedAt" >= ${since}::date`,
  },
  'esap-item-completed': {
    homes: ['lender'],
    permission: 'read:deal',
    label: (count) => m.changes_esap_item_completed({ count }),
    rows: ({ since }) => sql`
      SELECT e."id", d."projectName" AS "subject", left(e."action", 120) AS "detail", 'deals/' || d."id" || '/esap/items/' || e."id" AS "path",
        e."doneAt"::date AS "on", e."doneById" AS "byId"
      FROM "EsapItem" e ${deal(sql`e`)} WHERE e."doneAt" >= ${since}::date AND e."status" IN ('done', 'verified')`,
  },
};
