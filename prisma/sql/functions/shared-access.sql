-- Which files a snapshot opens: those of its assessment and its sections whose audience includes the recipient's kind, that are not removed, and in
-- which no virus was found. The only writer of SharedFile: a change of one of these facts runs it in the same transaction.
CREATE FUNCTION open_shared_files(organization uuid, assessment uuid) RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    DELETE FROM "SharedFile" WHERE "organizationId" = organization AND "responseId" = assessment;
    INSERT INTO "SharedFile" ("organizationId", "snapshotId", "evidenceId", "variant", "recipientOrganizationId", "responseId", "section", "question",
      "sha256", "fileName", "mediaType", "sizeBytes", "hasPreview", "scan")
    SELECT s."organizationId", s."id", e."id", v."variant", s."recipientOrganizationId", e."responseId", e."section", e."question",
      f."sha256", f."fileName", f."mediaType", f."sizeBytes", f."hasPreview", f."scan"
    FROM "SharedSnapshot" s
    JOIN "Evidence" e ON e."organizationId" = s."organizationId" AND e."responseId" = s."responseId"
    CROSS JOIN LATERAL (VALUES ('original', e."fileId", e."audience"), ('redacted', e."redactedFileId", e."redactedAudience")) AS v("variant", "fileId", "audience")
    JOIN "StoredFile" f ON f."organizationId" = e."organizationId" AND f."id" = v."fileId"
    WHERE s."organizationId" = organization AND s."responseId" = assessment
      AND s."recipientOrganizationId" IS NOT NULL AND s."revokedAt" IS NULL AND s."expiresAt" > now() AND e."removedAt" IS NULL
      AND s."recipientKind" = ANY (v."audience") AND e."section" = ANY (s."scope")
      AND e."id" = ANY (s."evidenceIds")
      AND f."scan" IN ('clean', 'not-scanned') AND f."purgedAt" IS NULL;
  END $$;

CREATE FUNCTION follow_shared_files() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF NEW."responseId" IS NOT NULL THEN PERFORM open_shared_files(NEW."organizationId", NEW."responseId"); END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER "SharedSnapshot_open_files" AFTER INSERT OR UPDATE ON "SharedSnapshot" FOR EACH ROW EXECUTE FUNCTION follow_shared_files();
CREATE TRIGGER "Evidence_open_files" AFTER UPDATE OF "audience", "redactedAudience", "redactedFileId", "removedAt" ON "Evidence" FOR EACH ROW EXECUTE FUNCTION follow_shared_files();
CREATE TRIGGER "StoredFile_open_files" AFTER UPDATE OF "scan", "hasPreview", "purgedAt" ON "StoredFile" FOR EACH ROW EXECUTE FUNCTION follow_shared_files();

-- The application has no right to change a read. What the caller itself read today counts one more through this function, once a transaction.
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
REVOKE ALL ON FUNCTION count_read(uuid,uuid,text,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_read(uuid,uuid,text,text) TO manumit_app;
