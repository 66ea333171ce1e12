-- Guests: one assessment, in the organization of the supplier that answers and in the one that requested it, where it has the same id.
CREATE POLICY respondent ON "QuestionnaireResponse" AS RESTRICTIVE TO manumit_respondent
  USING ("id" = guest_subject('questionnaire'));
CREATE POLICY respondent ON "QuestionnaireTemplate" AS RESTRICTIVE TO manumit_respondent
  USING ("key" = (SELECT a."instrumentKey" FROM "QuestionnaireResponse" a
    WHERE a."organizationId" = "QuestionnaireTemplate"."organizationId" AND a."id" = guest_subject('questionnaire')));
CREATE POLICY respondent ON "QuestionnaireRequest" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));
CREATE POLICY respondent ON "Answer" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));
CREATE POLICY respondent ON "PreviousAnswer" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));
CREATE POLICY respondent ON "AnswerReview" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));
CREATE POLICY respondent ON "Evidence" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));
CREATE POLICY respondent ON "EvidenceUpload" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));

-- Members
-- The supplier's organization reads the request only where it acts as the supplier: everywhere else an organization reads its own requests.
CREATE POLICY supplier ON "QuestionnaireRequest" FOR SELECT TO manumit_app
  USING ("supplierOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND current_setting('app.side'::text, true) = 'supplier'::text);

-- Functions of manumit_search: requests_to_address().
CREATE POLICY search ON "QuestionnaireRequest" FOR SELECT TO manumit_search USING (true);
