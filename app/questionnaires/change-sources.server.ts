import { sql } from '~/access/sql.server';
import { m } from '~/paraglide/messages';
import type { ChangeSource } from '~/platform/changes/change-source';

export const questionnaireChanges: Readonly<Record<string, ChangeSource>> = {
  'response-submitted': {
    homes: ['company'],
    permission: 'read:response',
    label: (count) => m.changes_response_submitted({ count }),
    // Also those that a person here entered and submitted; what audits and reviews fill in is no answer of a supplier.
    rows: ({ since }) => sql`
      SELECT q."id", p."name" AS "subject", '' AS "detail", 'responses/' || q."id" AS "path", q."submittedAt"::date AS "on", q."submittedById" AS "byId"
      FROM "QuestionnaireResponse" q JOIN "Party" p ON p."organizationId" = q."organizationId" AND p."id" = q."partyId"
      WHERE q."kind" = 'self-assessment' AND q."submittedAt" >= ${since}::date AND q."status" <> 'open'`,
  },
};
