-- Roles, grants, row-level security, checks and the two doors through it (search, queue).
-- What must stay true is asserted by tests/tenancy.test.ts against the catalogue.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Roles belong to the whole server: another database of it may have made them already.
DO $$
DECLARE role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['manumit_app', 'manumit_respondent', 'manumit_search'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOSUPERUSER NOCREATEDB NOCREATEROLE', role_name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END;
    END IF;
  END LOOP;
END $$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO manumit_app, manumit_respondent, manumit_search;

-- Global tables.
GRANT SELECT, INSERT, UPDATE, DELETE ON "User", "Credential", "Session", "MagicLink", "Organization", "InvitationKey", "RateLimit" TO manumit_app;

-- Tenant tables: every one is enabled, forced, and compared with the organization of the transaction.
-- NULLIF: on a pooled connection the setting is '' after the first scoped transaction, not NULL.
DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY[
    'Membership', 'Invitation', 'Party', 'Supplier', 'Site', 'LabourProvider', 'SupplyLink', 'Source', 'Fact', 'StoredFile', 'ImportBatch',
    'ImportRow', 'ColumnMapping', 'Run', 'Activity', 'Assessment', 'Answer', 'Evidence', 'Finding', 'Score', 'Report', 'SharedSnapshot'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO manumit_app', table_name);
  END LOOP;
END $$;

-- What is released is never edited: these only grow.
REVOKE UPDATE, DELETE ON "Fact", "Source", "Activity", "Score", "Report" FROM manumit_app;

-- A person sees his own memberships before any organization is chosen.
CREATE POLICY own ON "Membership" FOR SELECT TO manumit_app
  USING ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);

-- The other side reads a snapshot while it is neither revoked nor expired.
CREATE POLICY recipient ON "SharedSnapshot" FOR SELECT TO manumit_app
  USING ("recipientOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AND "revokedAt" IS NULL AND "expiresAt" > now());

-- Respondents: one assessment, nothing beside it.
GRANT SELECT ON "Assessment" TO manumit_respondent;
GRANT SELECT, INSERT, UPDATE ON "Answer" TO manumit_respondent;
CREATE POLICY respondent ON "Assessment" AS RESTRICTIVE TO manumit_respondent
  USING ("id" = (NULLIF(current_setting('app.assessment_id'::text, true), ''::text))::uuid);
CREATE POLICY respondent ON "Answer" AS RESTRICTIVE TO manumit_respondent
  USING ("assessmentId" = (NULLIF(current_setting('app.assessment_id'::text, true), ''::text))::uuid);

-- Search: LIKE cannot use an index under row-level security, so one function looks with its own rights and filters by the organization itself.
CREATE INDEX "Party_nameKey_trgm" ON "Party" USING gin ("nameKey" gin_trgm_ops);
GRANT SELECT ON "Party" TO manumit_search;
CREATE POLICY search ON "Party" FOR SELECT TO manumit_search USING (true);

CREATE FUNCTION search_parties(query text) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT "id" FROM "Party"
    WHERE "organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
      AND ("nameKey" LIKE '%' || replace(replace(replace(query, '\', '\\'), '%', '\%'), '_', '\_') || '%' OR "publicId" = upper(query))
  $$;
GRANT manumit_search TO CURRENT_USER;
GRANT CREATE ON SCHEMA public TO manumit_search;
ALTER FUNCTION search_parties(text) OWNER TO manumit_search;
REVOKE CREATE ON SCHEMA public FROM manumit_search;
REVOKE ALL ON FUNCTION search_parties(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_parties(text) TO manumit_app;

-- Queue: its tables stay closed; a job is for the caller's organization only, and is rolled back with the caller.
CREATE FUNCTION enqueue_job(task text, payload json) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF payload->>'organizationId' IS DISTINCT FROM NULLIF(current_setting('app.organization_id'::text, true), ''::text) THEN
      RAISE EXCEPTION 'a job must name the organization of its transaction' USING ERRCODE = '42501';
    END IF;
    PERFORM graphile_worker.add_job(task, payload, max_attempts => 3);
  END $$;
REVOKE ALL ON FUNCTION enqueue_job(text, json) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job(text, json) TO manumit_app;

-- Closed word lists are text with CHECK: an enum's equality is not leakproof.
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_kind" CHECK ("kind" IN ('company', 'audit-firm', 'lender'));
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_slug" CHECK ("slug" ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$');
ALTER TABLE "User" ADD CONSTRAINT "User_email" CHECK ("email" = lower("email") AND position('@' IN "email") > 1);
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_role" CHECK ("role" IN ('owner', 'manager', 'auditor', 'reviewer', 'viewer'));
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_role" CHECK ("role" IN ('owner', 'manager', 'auditor', 'reviewer', 'viewer'));
ALTER TABLE "Party" ADD CONSTRAINT "Party_kind" CHECK ("kind" IN ('buyer', 'supplier', 'site', 'labour-provider', 'unknown-origin'));
ALTER TABLE "SupplyLink" ADD CONSTRAINT "SupplyLink_kind" CHECK ("kind" IN ('supplies', 'subcontracts', 'recruits', 'owns', 'houses'));
ALTER TABLE "SupplyLink" ADD CONSTRAINT "SupplyLink_not_itself" CHECK ("fromPartyId" <> "toPartyId");
ALTER TABLE "SupplyLink" ADD CONSTRAINT "SupplyLink_share" CHECK ("share" BETWEEN 0 AND 1 AND "confidence" BETWEEN 0 AND 1);
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_country" CHECK ("country" ~ '^[A-Z]{2}$');
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_people" CHECK ("workers" >= 0 AND "migrantShare" BETWEEN 0 AND 1 AND "agencyShare" BETWEEN 0 AND 1);
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_tier" CHECK ("tier" >= 1 AND "declaredTier" >= 0);
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_band" CHECK ("band" IN ('low', 'moderate', 'elevated', 'high', 'severe'));
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_scoreStatus" CHECK ("scoreStatus" IN ('scored', 'not-scored'));
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_score" CHECK ("scoreLow" >= 0 AND "scoreLow" <= "score" AND "score" <= "scoreHigh" AND "scoreHigh" <= 100);
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_confidence" CHECK ("confidence" IN ('low', 'medium', 'high'));
ALTER TABLE "Site" ADD CONSTRAINT "Site_country" CHECK ("country" ~ '^[A-Z]{2}$');
ALTER TABLE "Site" ADD CONSTRAINT "Site_place" CHECK ("latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);
ALTER TABLE "Site" ADD CONSTRAINT "Site_people" CHECK ("workers" >= 0 AND "femaleShare" BETWEEN 0 AND 1 AND "migrantShare" BETWEEN 0 AND 1 AND "agencyShare" BETWEEN 0 AND 1);
ALTER TABLE "LabourProvider" ADD CONSTRAINT "LabourProvider_country" CHECK ("country" ~ '^[A-Z]{2}$');
ALTER TABLE "Source" ADD CONSTRAINT "Source_kind" CHECK ("kind" IN ('import-row', 'member', 'assessment', 'demonstration') AND ("kind" <> 'import-row' OR "importRowId" IS NOT NULL));
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_status" CHECK ("status" IN ('received', 'staged', 'accepted', 'committed', 'failed', 'cancelled'));
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_status" CHECK ("status" IN ('parsed', 'valid', 'warned', 'invalid'));
ALTER TABLE "Run" ADD CONSTRAINT "Run_status" CHECK ("status" IN ('waiting', 'running', 'done', 'failed', 'cancelled'));
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_kind" CHECK ("kind" IN ('self-assessment', 'audit', 'lender-review'));
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_status" CHECK ("status" IN ('open', 'submitted', 'approved'));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_grade" CHECK ("grade" IN ('none', 'self-declared', 'document-uploaded', 'document-checked', 'audit-announced', 'audit-unannounced'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_evidenceGrade" CHECK ("evidenceGrade" IN ('none', 'self-declared', 'document-uploaded', 'document-checked', 'audit-announced', 'audit-unannounced'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_grade" CHECK ("grade" IN ('critical', 'major', 'moderate', 'minor'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_status" CHECK ("status" IN ('open', 'plan-agreed', 'fixed', 'verified'));
