import { sql } from '~/access/sql.server';
import { m } from '~/paraglide/messages';
import type { QueueSource } from '~/platform/queue/queue-source';

export const supplierQueue: Readonly<Record<string, QueueSource>> = {
  'complete-task': {
    icon: 'check',
    permission: 'edit:task',
    label: m.queue_complete_task,
    rows: ({ userId, until }) => sql`
      SELECT t."id", p."name" AS "subject", left(t."title", 120) AS "detail", 'tasks/' || t."id" AS "path", t."dueOn",
        t."assigneeId" IS NOT DISTINCT FROM ${userId}::uuid AS "isMine"
      FROM "Task" t
      JOIN "Supplier" s ON s."organizationId" = t."organizationId" AND s."partyId" = t."partyId" AND s."archivedAt" IS NULL
      JOIN "Party" p ON p."organizationId" = t."organizationId" AND p."id" = t."partyId"
      WHERE t."doneAt" IS NULL AND (t."assigneeId" = ${userId}::uuid OR t."assigneeId" IS NULL) AND t."dueOn" <= ${until}::date`,
  },
  'decide-recruiter-status': {
    icon: 'check',
    permission: 'edit:supplier',
    label: m.queue_decide_recruiter_status,
    rows: ({ userId, until }) => sql`
      SELECT v."id", p."name" AS "subject", left(v."reason", 120) AS "detail", 'labour-recruiters/' || p."publicId" AS "path",
        (v."payload" ->> 'replyDueOn')::date AS "dueOn", false AS "isMine"
      FROM "Approval" v JOIN "Party" p ON p."organizationId" = v."organizationId" AND p."id" = v."partyId"
      WHERE v."kind" = 'recruiter-status' AND v."state" = 'open' AND v."proposedById" <> ${userId}::uuid
        AND ((v."payload" ->> 'replyDueOn')::date <= ${until}::date OR EXISTS (
          SELECT FROM "RecruiterRecord" r WHERE r."organizationId" = v."organizationId" AND r."partyId" = v."partyId"
            AND r."entryId" = (v."payload" ->> 'entryId')::uuid AND r."values" ->> 'repliedOn' IS NOT NULL))`,
  },
  'finish-import': {
    icon: 'import',
    permission: 'import:supplier',
    label: m.queue_finish_import,
    rows: ({ userId }) => sql`
      SELECT b."id", COALESCE(b."listName", f."fileName") AS "subject", '' AS "detail", 'suppliers/import/' || b."id" AS "path",
        NULL::date AS "dueOn", b."createdById" = ${userId}::uuid AS "isMine"
      FROM "ImportBatch" b JOIN "StoredFile" f ON f."organizationId" = b."organizationId" AND f."id" = b."fileId"
      WHERE b."status" IN ('received', 'staged')
        AND NOT EXISTS (SELECT FROM "ImportBatch" n WHERE n."organizationId" = b."organizationId" AND n."continuesId" = b."id")`,
  },
  'decide-duplicates': {
    icon: 'match',
    permission: 'edit:supplier',
    label: m.queue_decide_duplicate,
    grouped: { label: (count) => m.queue_decide_duplicates({ count }), path: 'suppliers/duplicates' },
    rows: ({ userId }) => sql`
      SELECT d."id", a."name" AS "subject", b."name" AS "detail", 'suppliers/duplicates' AS "path", NULL::date AS "dueOn",
        d."reportedById" IS NOT DISTINCT FROM ${userId}::uuid AS "isMine"
      FROM "DuplicatePair" d
      JOIN "Supplier" x ON x."organizationId" = d."organizationId" AND x."partyId" = d."aPartyId" AND x."archivedAt" IS NULL
      JOIN "Supplier" y ON y."organizationId" = d."organizationId" AND y."partyId" = d."bPartyId" AND y."archivedAt" IS NULL
      JOIN "Party" a ON a."organizationId" = d."organizationId" AND a."id" = d."aPartyId"
      JOIN "Party" b ON b."organizationId" = d."organizationId" AND b."id" = d."bPartyId"`,
  },
};
