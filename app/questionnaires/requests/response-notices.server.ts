import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { NamedRecord } from '~/platform/notifications/name-records.server';
import type { Round } from '~/platform/notifications/notification-sources.server';

/**
 * Responses that were received, for the member who requested them: a corrected one is another occurrence. And those that are overdue since less than a month, as
 * one notification for all that were due on a day.
 */
export const responseNotices = {
  'response-received': ({ since }: Round) => sql`
    SELECT r."responseId" AS "recordId", q."partyId", r."invitedById" AS "userId", NULL::uuid AS "causedById", r."submittedAt"::text AS "occurrence"
    FROM "QuestionnaireRequest" r JOIN "QuestionnaireResponse" q ON q."organizationId" = r."organizationId" AND q."id" = r."responseId"
    WHERE r."receivedAt" >= ${since} AND r."submittedAt" IS NOT NULL`,
  'request-overdue': ({ today }: Round) => sql`
    SELECT late."recordId", NULL::uuid AS "partyId", late."userId", NULL::uuid AS "causedById", late."dueOn"::text AS "occurrence", late."count"
    FROM (
      SELECT min(r."responseId"::text)::uuid AS "recordId", r."invitedById" AS "userId", r."dueOn",
        (count(*) FILTER (WHERE r."status" IN ('invited', 'opened', 'started')))::int AS "count"
      FROM "QuestionnaireRequest" r
      WHERE r."viaResponseId" IS NULL AND r."takenBackAt" IS NULL AND r."dueOn" < ${today}::date AND r."dueOn" > ${today}::date - 30
      GROUP BY r."invitedById", r."dueOn"
    ) late WHERE late."count" > 0`,
};

/** Overdue requests lead to the list of those that wait for an answer. */
export async function nameOverdue(db: TenantDb, ids: readonly string[]): Promise<ReadonlyMap<string, NamedRecord>> {
  const requests = await db.questionnaireRequest.findMany({ where: { responseId: { in: [...ids] } }, select: { responseId: true } });
  return new Map(requests.map(({ responseId }) => [responseId, { label: null, path: '/requests?status=late' }]));
}

export async function nameResponses(db: TenantDb, ids: readonly string[]): Promise<ReadonlyMap<string, NamedRecord>> {
  const responses = await db.questionnaireResponse.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Map(responses.map(({ id }) => [id, { label: null, path: `/responses/${id}` }]));
}
