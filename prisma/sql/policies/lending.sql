-- Guests of a client: one version of the action plan, and the reports of one deal.
CREATE POLICY client ON "EsapVersion" AS RESTRICTIVE TO manumit_respondent
  USING ("id" = guest_subject('esap'));
CREATE POLICY client ON "EsapAgreement" AS RESTRICTIVE TO manumit_respondent
  USING ("versionId" = guest_subject('esap'));
CREATE POLICY client ON "EsapComment" AS RESTRICTIVE TO manumit_respondent
  USING ("versionId" = guest_subject('esap'));
CREATE POLICY reporting ON "MonitoringReport" AS RESTRICTIVE TO manumit_respondent
  USING ("dealId" = guest_subject('monitoring'));
CREATE POLICY reporting ON "MonitoringReportVersion" AS RESTRICTIVE TO manumit_respondent
  USING ("dealId" = guest_subject('monitoring'));
CREATE POLICY reporting ON "ReportVerdict" AS RESTRICTIVE TO manumit_respondent
  USING ("dealId" = guest_subject('monitoring'));
