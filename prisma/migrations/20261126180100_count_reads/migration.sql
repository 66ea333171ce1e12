-- How often something was read on a day, beside that it was.

-- AlterTable
ALTER TABLE "SnapshotRead" ADD COLUMN     "times" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "SnapshotRead" ADD CONSTRAINT "SnapshotRead_times" CHECK ("times" >= 1);

-- A read is never changed nor taken away, and the app has no right to: the one thing that moves is how often, by one, through this door, which
-- raises what the caller itself read today, and not twice in one transaction.
GRANT SELECT, UPDATE ("times") ON "SnapshotRead" TO manumit_search;
CREATE POLICY own_reads ON "SnapshotRead" FOR SELECT TO manumit_search
  USING ("readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND "readerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
CREATE POLICY again ON "SnapshotRead" FOR UPDATE TO manumit_search
  USING ("readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND "readerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);

CREATE FUNCTION count_read(granter uuid, snapshot uuid, part text, manner text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    UPDATE "SnapshotRead" SET "times" = "times" + 1
    WHERE "organizationId" = granter AND "snapshotId" = snapshot AND "section" = part AND "how" = manner
      AND "readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
      AND "readerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
      AND "day" = (now() AT TIME ZONE 'UTC')::date
      AND xmin <> pg_current_xact_id()::xid
  $$;
REVOKE ALL ON FUNCTION count_read(uuid, uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_read(uuid, uuid, text, text) TO manumit_app;
GRANT CREATE ON SCHEMA public TO manumit_search;
ALTER FUNCTION count_read(uuid, uuid, text, text) OWNER TO manumit_search;
REVOKE CREATE ON SCHEMA public FROM manumit_search;
