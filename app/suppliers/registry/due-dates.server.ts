import { sql } from '~/access/sql.server';

/**
 * Dates at which something of a supplier is due: an open response that the supplier did not refuse, a finding that is not verified, a corrective action that is not completed, an
 * open task. Each with its kind, and what a finding is filed under.
 */
export const dueDates = sql`(
  SELECT a."organizationId", a."partyId", a."dueOn", 'questionnaire' AS "kind",
    NULL AS "question", NULL AS "compliancePoint", NULL AS "indicator" FROM "QuestionnaireResponse" a WHERE a."status" = 'open' AND a."dueOn" IS NOT NULL
    AND NOT EXISTS (SELECT FROM "QuestionnaireRequest" r
      WHERE r."organizationId" = a."organizationId" AND r."responseId" = a."id" AND r."status" IN ('refused', 'withdrawn'))
  UNION ALL
  SELECT f."organizationId", f."partyId", f."dueOn", 'finding', f."question", f."compliancePoint", f."indicator" FROM "Finding" f WHERE f."status" <> 'verified' AND f."withdrawnAt" IS NULL AND f."dueOn" IS NOT NULL
  UNION ALL
  SELECT f."organizationId", f."partyId", c."dueOn", 'action', f."question", f."compliancePoint", f."indicator" FROM "CorrectiveAction" c
    JOIN "Finding" f ON f."organizationId" = c."organizationId" AND f."id" = c."findingId"
    WHERE c."status" IN ('pending', 'in-progress') AND f."withdrawnAt" IS NULL
  UNION ALL
  SELECT k."organizationId", k."partyId", k."dueOn", 'task', NULL, NULL, NULL FROM "Task" k WHERE k."doneAt" IS NULL
)`;
