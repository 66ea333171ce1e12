-- Guests of a client: one version of the action plan, and the reports of one deal.
CREATE POLICY client ON "EsapVersion" AS RESTRICTIVE TO manumit_respondent
  USING ("id" = (NULLIF(current_setting('app.plan_version_id'::text, true), ''::text))::uuid);
CREATE POLICY client ON "EsapAgreement" AS RESTRICTIVE TO manumit_respondent
  USING ("versionId" = (NULLIF(current_setting('app.plan_version_id'::text, true), ''::text))::uuid);
CREATE POLICY client ON "EsapComment" AS RESTRICTIVE TO manumit_respondent
  USING ("versionId" = (NULLIF(current_setting('app.plan_version_id'::text, true), ''::text))::uuid);
CREATE POLICY reporting ON "MonitoringReport" AS RESTRICTIVE TO manumit_respondent
  USING ("dealId" = (NULLIF(current_setting('app.transaction_id'::text, true), ''::text))::uuid);
CREATE POLICY reporting ON "MonitoringReportVersion" AS RESTRICTIVE TO manumit_respondent
  USING ("dealId" = (NULLIF(current_setting('app.transaction_id'::text, true), ''::text))::uuid);
CREATE POLICY reporting ON "ReportVerdict" AS RESTRICTIVE TO manumit_respondent
  USING ("dealId" = (NULLIF(current_setting('app.transaction_id'::text, true), ''::text))::uuid);
