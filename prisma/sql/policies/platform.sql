-- Guests: the files and the activity of one assessment.
CREATE POLICY respondent ON "StoredFile" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = (NULLIF(current_setting('app.assessment_id'::text, true), ''::text))::uuid);
CREATE POLICY respondent ON "Activity" AS RESTRICTIVE TO manumit_respondent
  USING ("recordKind" = 'assessment' AND "recordId" = NULLIF(current_setting('app.assessment_id'::text, true), ''::text));
-- Guests at a site: the extensions of actions that were shared with it.
CREATE POLICY site ON "Approval" AS RESTRICTIVE TO manumit_respondent
  USING (EXISTS (SELECT 1 FROM "CorrectiveAction" a WHERE a."organizationId" = "Approval"."organizationId" AND a."id" = "Approval"."actionId"));
