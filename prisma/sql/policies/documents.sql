-- Guests read the one document of their link, or those of its subject; of a subject that has others too, by the kind alone. A respondent adds answers.
CREATE POLICY guest ON "FrozenDocument" AS RESTRICTIVE TO manumit_respondent
  USING (("kind" = 'answers' AND "responseId" = guest_subject('questionnaire'))
    OR ("kind" = 'esap' AND "id" = guest_subject('esap'))
    OR ("kind" = 'client-report' AND EXISTS (SELECT 1 FROM "MonitoringReport" r
      WHERE r."organizationId" = "FrozenDocument"."organizationId" AND r."id" = "FrozenDocument"."monitoringReportId")))
  WITH CHECK ("kind" = 'answers' AND "responseId" = guest_subject('questionnaire'));
CREATE POLICY respondent ON "DocumentRecipient" AS RESTRICTIVE TO manumit_respondent
  USING (EXISTS (SELECT 1 FROM "FrozenDocument" d WHERE d."organizationId" = "DocumentRecipient"."organizationId"
    AND d."id" = "DocumentRecipient"."documentId" AND d."kind" = 'answers' AND d."responseId" = guest_subject('questionnaire')));

-- Members
-- A recipient reads a document, and that it is a recipient, until its access expires or is revoked.
CREATE POLICY recipient ON "DocumentRecipient" FOR SELECT TO manumit_app
  USING ("recipientOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AND "revokedAt" IS NULL AND "expiresAt" > now());
CREATE POLICY recipient ON "FrozenDocument" FOR SELECT TO manumit_app
  USING (EXISTS (SELECT 1 FROM "DocumentRecipient" r WHERE r."organizationId" = "FrozenDocument"."organizationId" AND r."documentId" = "FrozenDocument"."id"
    AND r."recipientOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AND r."revokedAt" IS NULL AND r."expiresAt" > now()));
CREATE POLICY reader ON "DocumentRead" FOR SELECT TO manumit_app
  USING ("readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
-- The reader records its own reads, in its own name, of what it may read now.
CREATE POLICY reading ON "DocumentRead" FOR INSERT TO manumit_app
  WITH CHECK ("readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND "readerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
    AND EXISTS (SELECT 1 FROM "FrozenDocument" d WHERE d."organizationId" = "DocumentRead"."organizationId" AND d."id" = "DocumentRead"."documentId"));

-- A key and a signature of a person are added in that person's own name.
CREATE POLICY own_key ON "PersonalSigningKey" AS RESTRICTIVE FOR INSERT TO manumit_app
  WITH CHECK ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
CREATE POLICY own_signature ON "PersonalSignature" AS RESTRICTIVE FOR INSERT TO manumit_app
  WITH CHECK ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);

-- Functions of manumit_search: issued_report(), published_results(). Of documents only those that are issued to whoever has their hash or address.
CREATE POLICY search ON "SigningKey" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "FrozenDocument" FOR SELECT TO manumit_search
  USING ("kind" IN ('assessment', 'audit', 'yearly', 'due-diligence', 'monitoring', 'board-paper', 'published-result'));
CREATE POLICY search ON "DocumentFile" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "DocumentSignature" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "DocumentWithdrawal" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "SignatureAddition" FOR SELECT TO manumit_search USING ("kind" = 'person');
CREATE POLICY search ON "PersonalSignature" FOR SELECT TO manumit_search USING (true);

-- Functions of manumit_search: count_read().
CREATE POLICY own_reads ON "DocumentRead" FOR SELECT TO manumit_search
  USING ("readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND "readerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
CREATE POLICY again ON "DocumentRead" FOR UPDATE TO manumit_search
  USING ("readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND "readerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
