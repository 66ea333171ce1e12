-- Guests of a site: one share, the findings in it as they are worded for it, and of findings, replies and actions the columns in grants.sql.
CREATE POLICY site ON "Finding" AS RESTRICTIVE TO manumit_respondent
  USING (EXISTS (SELECT 1 FROM "SharedFinding" s WHERE s."organizationId" = "Finding"."organizationId" AND s."findingId" = "Finding"."id"));
CREATE POLICY site ON "CorrectiveAction" AS RESTRICTIVE TO manumit_respondent
  USING (EXISTS (SELECT 1 FROM "SharedFinding" s WHERE s."organizationId" = "CorrectiveAction"."organizationId" AND s."findingId" = "CorrectiveAction"."findingId"));
CREATE POLICY site ON "FindingReply" AS RESTRICTIVE TO manumit_respondent
  USING (EXISTS (SELECT 1 FROM "SharedFinding" s WHERE s."organizationId" = "FindingReply"."organizationId" AND s."findingId" = "FindingReply"."findingId"));
CREATE POLICY site ON "FindingShare" AS RESTRICTIVE TO manumit_respondent
  USING ("id" = guest_subject('findings'));
CREATE POLICY site ON "SharedFinding" AS RESTRICTIVE TO manumit_respondent
  USING ("shareId" = guest_subject('findings'));
CREATE POLICY site ON "SiteMessage" AS RESTRICTIVE TO manumit_respondent
  USING ("shareId" = guest_subject('findings'));
CREATE POLICY site ON "SiteMessageFile" AS RESTRICTIVE TO manumit_respondent
  USING ("shareId" = guest_subject('findings'));
CREATE POLICY site ON "SharedWording" AS RESTRICTIVE TO manumit_respondent
  USING ("shareId" = guest_subject('findings'));

-- Members
-- The supplier's organization reads that findings were shared with it, only where it acts as the supplier.
CREATE POLICY supplier ON "FindingShare" FOR SELECT TO manumit_app
  USING ("supplierOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND current_setting('app.side'::text, true) = 'supplier'::text);
