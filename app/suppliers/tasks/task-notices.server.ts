import { sql } from '~/access/sql.server';
import type { Round } from '~/platform/notifications/notification-sources.server';

const tasks = sql`
  SELECT t."id" AS "recordId", t."partyId", t."assigneeId" AS "userId", NULL::uuid AS "causedById", t."dueOn"::text AS "occurrence"
  FROM "Task" t JOIN "Supplier" s ON s."organizationId" = t."organizationId" AND s."partyId" = t."partyId" AND s."archivedAt" IS NULL
  WHERE t."doneAt" IS NULL AND t."assigneeId" IS NOT NULL`;

/** Open tasks of current suppliers, for their assignees: due within days, and overdue since less than a month. */
export const taskNotices = {
  'task-due': ({ today, soon }: Round) => sql`${tasks} AND t."dueOn" BETWEEN ${today}::date AND ${soon}::date`,
  'task-overdue': ({ today }: Round) => sql`${tasks} AND t."dueOn" < ${today}::date AND t."dueOn" > ${today}::date - 30`,
};
