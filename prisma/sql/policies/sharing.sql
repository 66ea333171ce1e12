-- Guests
CREATE POLICY respondent ON "SharedFile" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));
CREATE POLICY respondent ON "SharedSnapshot" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));

-- Members
-- The recipient reads a file and its snapshot while the snapshot is neither revoked nor expired.
CREATE POLICY recipient ON "SharedFile" FOR SELECT TO manumit_app
  USING ("recipientOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND EXISTS (SELECT 1 FROM "SharedSnapshot" s WHERE s."organizationId" = "SharedFile"."organizationId" AND s."id" = "SharedFile"."snapshotId"
      AND s."recipientOrganizationId" = "SharedFile"."recipientOrganizationId" AND s."revokedAt" IS NULL AND s."expiresAt" > now()));
CREATE POLICY recipient ON "SharedSnapshot" FOR SELECT TO manumit_app
  USING ("recipientOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AND "revokedAt" IS NULL AND "expiresAt" > now());
-- Both parties read what was offered, requested and read. An offer contains no answer.
CREATE POLICY recipient ON "SharedAccess" FOR SELECT TO manumit_app
  USING ("recipientOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
CREATE POLICY granter ON "AccessRequest" FOR SELECT TO manumit_app
  USING ("granterOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
CREATE POLICY reader ON "SnapshotRead" FOR SELECT TO manumit_app
  USING ("readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
-- The reader records its own reads, in its own name, of what it may read now: SharedSnapshot admits no other.
CREATE POLICY reading ON "SnapshotRead" FOR INSERT TO manumit_app
  WITH CHECK ("readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND "readerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
    AND EXISTS (SELECT 1 FROM "SharedSnapshot" s WHERE s."organizationId" = "SnapshotRead"."organizationId" AND s."id" = "SnapshotRead"."snapshotId"));

-- Functions of manumit_search: count_read().
CREATE POLICY own_reads ON "SnapshotRead" FOR SELECT TO manumit_search
  USING ("readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND "readerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
CREATE POLICY again ON "SnapshotRead" FOR UPDATE TO manumit_search
  USING ("readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND "readerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
