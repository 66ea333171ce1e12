-- Guests of a client: what belongs to one version of the action plan, and the reports of one deal. The documents themselves: policies/documents.sql.
CREATE POLICY client ON "EsapAgreement" AS RESTRICTIVE TO manumit_respondent
  USING ("versionId" = guest_subject('esap'));
CREATE POLICY client ON "EsapComment" AS RESTRICTIVE TO manumit_respondent
  USING ("versionId" = guest_subject('esap'));
CREATE POLICY reporting ON "MonitoringReport" AS RESTRICTIVE TO manumit_respondent
  USING ("dealId" = guest_subject('monitoring'));
CREATE POLICY reporting ON "ReportVerdict" AS RESTRICTIVE TO manumit_respondent
  USING ("dealId" = guest_subject('monitoring'));
