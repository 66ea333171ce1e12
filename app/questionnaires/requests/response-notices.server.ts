import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { NamedRecord } from '~/platform/notifications/name-records.server';
import type { Round } from '~/platform/notifications/notification-sources.server';

/** Responses that were received, for the member who requested them. A corrected response is another occurrence. */
export const responseNotices = {
  'response-received': ({ since }: Round) => sql`
    SELECT r."responseId" AS "recordId", q."partyId", r."invitedById" AS "userId", NULL::uuid AS "causedById", r."submittedAt"::text AS "occurrence"
    FROM "QuestionnaireRequest" r JOIN "QuestionnaireResponse" q ON q."organizationId" = r."organizationId" AND q."id" = r."responseId"
    WHERE r."receivedAt" >= ${since} AND r."submittedAt" IS NOT NULL`,
};

export async function nameResponses(db: TenantDb, ids: readonly string[]): Promise<ReadonlyMap<string, NamedRecord>> {
  const responses = await db.questionnaireResponse.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Map(responses.map(({ id }) => [id, { label: null, path: `/responses/${id}` }]));
}
