-- Guests
CREATE POLICY respondent ON "SharedFile" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));

-- Members
-- The recipient reads a file while it may read the document that it belongs to.
CREATE POLICY recipient ON "SharedFile" FOR SELECT TO manumit_app
  USING ("recipientOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND EXISTS (SELECT 1 FROM "DocumentRecipient" r WHERE r."organizationId" = "SharedFile"."organizationId" AND r."documentId" = "SharedFile"."documentId"
      AND r."recipientOrganizationId" = "SharedFile"."recipientOrganizationId" AND r."revokedAt" IS NULL AND r."expiresAt" > now()));
-- Both parties read what was offered, requested and read. An offer contains no answer.
CREATE POLICY recipient ON "SharedAccess" FOR SELECT TO manumit_app
  USING ("recipientOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
CREATE POLICY granter ON "AccessRequest" FOR SELECT TO manumit_app
  USING ("granterOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
