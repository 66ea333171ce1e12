-- How often something was read on a day, beside that it was.

-- AlterTable
ALTER TABLE "SnapshotRead" ADD COLUMN     "times" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "SnapshotRead" ADD CONSTRAINT "SnapshotRead_times" CHECK ("times" >= 1);

-- A read is never changed nor taken away: the one thing that moves is how often, by one, and only the reader's own.
GRANT UPDATE ("times") ON "SnapshotRead" TO manumit_app;
CREATE POLICY counting ON "SnapshotRead" AS RESTRICTIVE FOR UPDATE TO manumit_app
  USING ("readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND "readerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
CREATE POLICY again ON "SnapshotRead" FOR UPDATE TO manumit_app
  USING ("readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND "readerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);

CREATE FUNCTION count_one_read() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF NEW."times" <> OLD."times" + 1 THEN RAISE EXCEPTION 'a read is counted one by one' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER "SnapshotRead_count_one" BEFORE UPDATE ON "SnapshotRead" FOR EACH ROW EXECUTE FUNCTION count_one_read();
