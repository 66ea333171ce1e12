import { asSupplier } from '~/access/received-side.server';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import { z } from 'zod';
import { m } from '~/paraglide/messages';
import type { QueueSource } from '~/platform/queue/queue-source';

const receivedSchema = z.object({ id: z.string(), asker: z.string(), dueOn: z.string().nullable() });

export const sharingQueue: Readonly<Record<string, QueueSource>> = {
  'answer-request': {
    icon: 'response',
    permission: 'answer:response',
    label: m.queue_answer_request,
    read: async (db, { organizationId }) => {
      const rows = await asSupplier(db, () =>
        queryRows(
          db,
          receivedSchema,
          sql`SELECT r."responseId"::text AS "id", o."name" AS "asker", r."dueOn"::text AS "dueOn"
            FROM "QuestionnaireRequest" r JOIN "Organization" o ON o."id" = r."organizationId"
            WHERE r."supplierOrganizationId" = ${organizationId}::uuid AND r."viaResponseId" IS NULL AND r."takenBackAt" IS NULL
              AND r."status" IN ('invited', 'opened', 'started', 'bounced') ORDER BY r."dueOn" NULLS LAST, r."responseId" LIMIT 500`,
        ),
      );
      return rows.map(({ id, asker, dueOn }) => ({
        ...{ id, subject: asker, detail: '', path: `received-requests/${id}`, dueOn, isMine: false },
      }));
    },
  },
  'decide-access-request': {
    icon: 'external',
    permission: 'share:answers',
    label: m.queue_decide_access_request,
    rows: ({ organizationId }) => sql`
      SELECT r."id", o."name" AS "subject", left(r."reason", 120) AS "detail", 'shared-access' AS "path", NULL::date AS "dueOn", false AS "isMine"
      FROM "AccessRequest" r JOIN "Organization" o ON o."id" = r."organizationId"
      WHERE r."granterOrganizationId" = ${organizationId}::uuid AND r."status" = 'open'`,
  },
  'answer-access-offer': {
    icon: 'download',
    permission: 'receive:shared-access',
    label: m.queue_answer_access_offer,
    rows: ({ organizationId, now, until }) => sql`
      SELECT g."id", o."name" AS "subject", COALESCE(g."reportTitle", '') AS "detail", 'shared-with-us/' || g."id" AS "path", CASE WHEN g."expiresAt" <= ${until}::date THEN g."expiresAt" END AS "dueOn",
        false AS "isMine"
      FROM "SharedAccess" g JOIN "Organization" o ON o."id" = g."organizationId"
      WHERE g."recipientOrganizationId" = ${organizationId}::uuid AND g."status" = 'offered' AND g."expiresAt" > ${now}`,
  },
};
