-- Guests: the files and the activity of one assessment.
CREATE POLICY respondent ON "StoredFile" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));
CREATE POLICY respondent ON "Activity" AS RESTRICTIVE TO manumit_respondent
  USING ("recordKind" = 'assessment' AND "recordId" = guest_subject('questionnaire')::text);
