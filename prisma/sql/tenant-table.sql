-- What every table of an organization has: the default of organizationId, forced row-level security, the policy "tenant", the rights of manumit_app.
-- access: 'read-write', 'append-only' (rows are added and read), 'database-written' (rows are read; triggers and functions of the owner write them).
-- A later migration may call it again to change the access.
CREATE FUNCTION tenant_table("table" regclass, access text) RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp SET client_min_messages = warning
  AS $$
  DECLARE
    -- On a pooled connection the setting is '' after the first scoped transaction, not NULL.
    organization CONSTANT text := '(NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid';
    rights CONSTANT text := CASE access
      WHEN 'read-write' THEN 'SELECT, INSERT, UPDATE, DELETE'
      WHEN 'append-only' THEN 'SELECT, INSERT'
      WHEN 'database-written' THEN 'SELECT'
    END;
  BEGIN
    IF rights IS NULL THEN
      RAISE EXCEPTION 'unknown access % of table %', access, "table";
    END IF;
    EXECUTE format('ALTER TABLE %s ALTER COLUMN "organizationId" SET DEFAULT %s', "table", organization);
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', "table");
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', "table");
    EXECUTE format('DROP POLICY IF EXISTS tenant ON %s', "table");
    EXECUTE format('CREATE POLICY tenant ON %s USING ("organizationId" = %s) WITH CHECK ("organizationId" = %s)', "table", organization, organization);
    EXECUTE format('REVOKE ALL ON %s FROM manumit_app', "table");
    EXECUTE format('GRANT %s ON %s TO manumit_app', rights, "table");
  END $$;
REVOKE ALL ON FUNCTION tenant_table(regclass, text) FROM PUBLIC;
