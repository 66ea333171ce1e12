-- Which files a document opens to a recipient: those of its response and the recipient's sections whose audience includes the recipient's role, that are not
-- removed, and in which no virus was found. The only writer of SharedFile: a change of one of these facts runs it in the same transaction.
CREATE FUNCTION open_shared_files(organization uuid, assessment uuid) RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    DELETE FROM "SharedFile" WHERE "organizationId" = organization AND "responseId" = assessment;
    INSERT INTO "SharedFile" ("organizationId", "documentId", "evidenceId", "variant", "recipientOrganizationId", "responseId", "section", "question",
      "sha256", "fileName", "mediaType", "sizeBytes", "hasPreview", "scan")
    SELECT d."organizationId", d."id", e."id", v."variant", r."recipientOrganizationId", e."responseId", e."section", e."question",
      f."sha256", f."fileName", f."mediaType", f."sizeBytes", f."hasPreview", f."scan"
    FROM "FrozenDocument" d
    JOIN "DocumentRecipient" r ON r."organizationId" = d."organizationId" AND r."documentId" = d."id"
    JOIN "Evidence" e ON e."organizationId" = d."organizationId" AND e."responseId" = d."responseId"
    CROSS JOIN LATERAL (VALUES ('original', e."fileId", e."audience"), ('redacted', e."redactedFileId", e."redactedAudience")) AS v("variant", "fileId", "audience")
    JOIN "StoredFile" f ON f."organizationId" = e."organizationId" AND f."id" = v."fileId"
    WHERE d."organizationId" = organization AND d."kind" = 'answers' AND d."responseId" = assessment
      AND r."recipientOrganizationId" IS NOT NULL AND r."revokedAt" IS NULL AND r."expiresAt" > now() AND e."removedAt" IS NULL
      AND r."role" = ANY (v."audience") AND e."section" = ANY (r."sections")
      AND e."id" = ANY (r."evidenceIds")
      AND f."scan" IN ('clean', 'not-scanned') AND f."purgedAt" IS NULL;
  END $$;

CREATE FUNCTION follow_shared_files() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF NEW."responseId" IS NOT NULL THEN PERFORM open_shared_files(NEW."organizationId", NEW."responseId"); END IF;
    RETURN NULL;
  END $$;
CREATE FUNCTION follow_recipients() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE response CONSTANT uuid := (SELECT d."responseId" FROM "FrozenDocument" d WHERE d."organizationId" = NEW."organizationId" AND d."id" = NEW."documentId");
  BEGIN
    IF response IS NOT NULL THEN PERFORM open_shared_files(NEW."organizationId", response); END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER "DocumentRecipient_open_files" AFTER INSERT OR UPDATE ON "DocumentRecipient" FOR EACH ROW EXECUTE FUNCTION follow_recipients();
CREATE TRIGGER "Evidence_open_files" AFTER UPDATE OF "audience", "redactedAudience", "redactedFileId", "removedAt" ON "Evidence" FOR EACH ROW EXECUTE FUNCTION follow_shared_files();
CREATE TRIGGER "StoredFile_open_files" AFTER UPDATE OF "scan", "hasPreview", "purgedAt" ON "StoredFile" FOR EACH ROW EXECUTE FUNCTION follow_shared_files();

-- The application has no right to change a read. What the caller itself read today counts one more through this function, once a transaction.
CREATE FUNCTION count_read(granter uuid, document uuid, part text, manner text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    UPDATE "DocumentRead" SET "times" = "times" + 1
    WHERE "organizationId" = granter AND "documentId" = document AND "section" = part AND "how" = manner
      AND "readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
      AND "readerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
      AND "day" = (now() AT TIME ZONE 'UTC')::date
      AND xmin <> pg_current_xact_id()::xid
  $$;
REVOKE ALL ON FUNCTION count_read(uuid,uuid,text,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_read(uuid,uuid,text,text) TO manumit_app;
