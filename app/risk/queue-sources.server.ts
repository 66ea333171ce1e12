import { alertKindSchema } from '#scoring';
import { sql } from '~/access/sql.server';
import { m } from '~/paraglide/messages';
import { kindName } from './alerts/labels';
import type { QueueSource } from '~/platform/queue/queue-source';

export const riskQueue: Readonly<Record<string, QueueSource>> = {
  'confirm-alert': {
    icon: 'match',
    comesFirst: true,
    permission: 'decide:alert',
    label: m.queue_confirm_alert,
    grouped: {
      label: (count, companies) => m.queue_confirm_alerts_at({ alerts: m.queue_confirm_alerts({ count }), count: companies }),
      path: 'alerts?status=to-confirm',
    },
    detail: (raw) => kindName(alertKindSchema.parse(raw)),
    order: sql`r."rank"`,
    rows: () => sql`
      SELECT a."id", p."name" AS "subject", a."kind" AS "detail", 'alerts/' || a."id" AS "path",
        NULL::date AS "dueOn", false AS "isMine", a."rank"
      FROM "Alert" a JOIN "Party" p ON p."organizationId" = a."organizationId" AND p."id" = a."partyId"
      JOIN "Supplier" s ON s."organizationId" = a."organizationId" AND s."partyId" = a."partyId" AND s."archivedAt" IS NULL
      WHERE a."status" = 'open' AND a."isToBeConfirmed" AND a."endedAt" IS NULL`,
  },
  'decide-override-waiver': {
    icon: 'check',
    permission: 'decide:waiver',
    label: m.queue_decide_override_waiver,
    rows: ({ userId }) => sql`
      SELECT v."id", p."name" AS "subject", left(v."reason", 120) AS "detail", 'suppliers/' || p."publicId" || '/score/overrides' AS "path",
        NULL::date AS "dueOn", false AS "isMine"
      FROM "Approval" v JOIN "Party" p ON p."organizationId" = v."organizationId" AND p."id" = v."partyId"
      WHERE v."kind" = 'override-waiver' AND v."state" = 'open' AND v."proposedById" <> ${userId}::uuid`,
  },
  'confirm-reference-table': {
    icon: 'list',
    permission: 'edit:reference-table',
    label: m.queue_confirm_reference_table,
    rows: ({ userId }) => sql`
      SELECT e."id", e."title" AS "subject", '' AS "detail", 'settings/reference-tables/' || e."id" AS "path", NULL::date AS "dueOn",
        e."createdById" = ${userId}::uuid AS "isMine"
      FROM "ReferenceTableEdition" e WHERE e."confirmedAt" IS NULL AND e."withdrawnAt" IS NULL`,
  },
  'update-reference-list': {
    icon: 'list',
    permission: 'edit:reference-table',
    label: m.queue_update_reference_list,
    grouped: { label: (count) => m.queue_update_reference_lists({ count }), path: 'settings/reference-tables' },
    // Loaded when first read: the lists bring the tables of the method along.
    read: async (db, reader) => (await import('./alerts/outdated-lists.server')).outdatedLists(db, reader),
  },
};
