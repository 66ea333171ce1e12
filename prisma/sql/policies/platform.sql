-- Guests: the files and the activity of one assessment.
CREATE POLICY respondent ON "StoredFile" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = (NULLIF(current_setting('app.assessment_id'::text, true), ''::text))::uuid);
CREATE POLICY respondent ON "Activity" AS RESTRICTIVE TO manumit_respondent
  USING ("recordKind" = 'assessment' AND "recordId" = NULLIF(current_setting('app.assessment_id'::text, true), ''::text));
