-- Files that support answers: sent in parts, checked, shown to those they are meant for and to nobody else.

-- AlterTable
ALTER TABLE "StoredFile" ADD COLUMN     "assessmentId" UUID,
ADD COLUMN     "hasPreview" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isStripped" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "preparedAt" TIMESTAMPTZ(3),
ADD COLUMN     "purgedAt" TIMESTAMPTZ(3),
ADD COLUMN     "scan" TEXT NOT NULL DEFAULT 'not-scanned',
ADD COLUMN     "scanDetail" TEXT,
ADD COLUMN     "scannedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "audience" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "redactedAudience" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "redactedFileId" UUID,
ADD COLUMN     "section" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "validUntil" DATE;

-- AlterTable
ALTER TABLE "SharedSnapshot" ADD COLUMN     "evidenceIds" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "recipientKind" TEXT;

-- CreateTable
CREATE TABLE "EvidenceUpload" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "assessmentId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "declaredType" TEXT NOT NULL DEFAULT '',
    "sizeBytes" INTEGER NOT NULL,
    "receivedBytes" INTEGER NOT NULL DEFAULT 0,
    "keepsMetadata" BOOLEAN NOT NULL DEFAULT false,
    "audience" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "validUntil" DATE,
    "evidenceId" UUID,
    "refusal" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EvidenceUpload_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "SharedFile" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "snapshotId" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,
    "variant" TEXT NOT NULL,
    "recipientOrganizationId" UUID NOT NULL,
    "assessmentId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "hasPreview" BOOLEAN NOT NULL DEFAULT false,
    "scan" TEXT NOT NULL,

    CONSTRAINT "SharedFile_pkey" PRIMARY KEY ("organizationId","snapshotId","evidenceId","variant")
);

-- CreateIndex
CREATE INDEX "EvidenceUpload_organizationId_assessmentId_question_idx" ON "EvidenceUpload"("organizationId", "assessmentId", "question");

-- CreateIndex
CREATE INDEX "SharedFile_organizationId_evidenceId_idx" ON "SharedFile"("organizationId", "evidenceId");

-- CreateIndex
CREATE INDEX "SharedFile_recipientOrganizationId_assessmentId_idx" ON "SharedFile"("recipientOrganizationId", "assessmentId");

-- CreateIndex
CREATE INDEX "Evidence_organizationId_fileId_idx" ON "Evidence"("organizationId", "fileId");

-- CreateIndex
CREATE INDEX "Evidence_organizationId_redactedFileId_idx" ON "Evidence"("organizationId", "redactedFileId");

-- CreateIndex
CREATE INDEX "StoredFile_organizationId_assessmentId_idx" ON "StoredFile"("organizationId", "assessmentId");

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_organizationId_assessmentId_fkey" FOREIGN KEY ("organizationId", "assessmentId") REFERENCES "Assessment"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_organizationId_redactedFileId_fkey" FOREIGN KEY ("organizationId", "redactedFileId") REFERENCES "StoredFile"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceUpload" ADD CONSTRAINT "EvidenceUpload_organizationId_assessmentId_fkey" FOREIGN KEY ("organizationId", "assessmentId") REFERENCES "Assessment"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedFile" ADD CONSTRAINT "SharedFile_organizationId_snapshotId_fkey" FOREIGN KEY ("organizationId", "snapshotId") REFERENCES "SharedSnapshot"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedFile" ADD CONSTRAINT "SharedFile_organizationId_evidenceId_fkey" FOREIGN KEY ("organizationId", "evidenceId") REFERENCES "Evidence"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['EvidenceUpload', 'SharedFile'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO manumit_app', table_name);
  END LOOP;
END $$;

ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_scan" CHECK ("scan" IN ('not-scanned', 'waiting', 'clean', 'infected', 'failed'));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_audience" CHECK ("audience" <@ ARRAY['buyer', 'auditor', 'lender'] AND "redactedAudience" <@ ARRAY['buyer', 'auditor', 'lender']);
ALTER TABLE "EvidenceUpload" ADD CONSTRAINT "EvidenceUpload_size" CHECK ("sizeBytes" > 0 AND "receivedBytes" BETWEEN 0 AND "sizeBytes");
ALTER TABLE "SharedSnapshot" ADD CONSTRAINT "SharedSnapshot_recipientKind" CHECK ("recipientKind" IN ('buyer', 'auditor', 'lender'));
ALTER TABLE "SharedFile" ADD CONSTRAINT "SharedFile_variant" CHECK ("variant" IN ('original', 'redacted'));
ALTER TABLE "SharedFile" ADD CONSTRAINT "SharedFile_scan" CHECK ("scan" IN ('clean', 'not-scanned'));

-- The other side reads a file while the snapshot that opens it is neither revoked nor expired: the snapshot's own policy says so.
CREATE POLICY recipient ON "SharedFile" FOR SELECT TO manumit_app
  USING ("recipientOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND EXISTS (SELECT 1 FROM "SharedSnapshot" s WHERE s."organizationId" = "SharedFile"."organizationId" AND s."id" = "SharedFile"."snapshotId"
      AND s."recipientOrganizationId" = "SharedFile"."recipientOrganizationId" AND s."revokedAt" IS NULL AND s."expiresAt" > now()));

-- Which files a snapshot opens: those of its assessment and its sections whose audience holds the recipient's kind, that stand, and in which no
-- virus was found. Nobody else writes SharedFile: whatever changes one of these facts runs this, in the same transaction.
CREATE FUNCTION open_shared_files(organization uuid, assessment uuid) RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    DELETE FROM "SharedFile" WHERE "organizationId" = organization AND "assessmentId" = assessment;
    INSERT INTO "SharedFile" ("organizationId", "snapshotId", "evidenceId", "variant", "recipientOrganizationId", "assessmentId", "section", "question",
      "sha256", "fileName", "mediaType", "sizeBytes", "hasPreview", "scan")
    SELECT s."organizationId", s."id", e."id", v."variant", s."recipientOrganizationId", e."assessmentId", e."section", e."question",
      f."sha256", f."fileName", f."mediaType", f."sizeBytes", f."hasPreview", f."scan"
    FROM "SharedSnapshot" s
    JOIN "Evidence" e ON e."organizationId" = s."organizationId" AND e."assessmentId" = s."assessmentId"
    CROSS JOIN LATERAL (VALUES ('original', e."fileId", e."audience"), ('redacted', e."redactedFileId", e."redactedAudience")) AS v("variant", "fileId", "audience")
    JOIN "StoredFile" f ON f."organizationId" = e."organizationId" AND f."id" = v."fileId"
    WHERE s."organizationId" = organization AND s."assessmentId" = assessment
      AND s."recipientOrganizationId" IS NOT NULL AND s."revokedAt" IS NULL AND s."expiresAt" > now() AND e."removedAt" IS NULL
      AND s."recipientKind" = ANY (v."audience") AND e."section" = ANY (s."scope")
      AND e."id" = ANY (s."evidenceIds")
      AND f."scan" IN ('clean', 'not-scanned') AND f."purgedAt" IS NULL;
  END $$;

CREATE FUNCTION follow_shared_files() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF NEW."assessmentId" IS NOT NULL THEN PERFORM open_shared_files(NEW."organizationId", NEW."assessmentId"); END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER "SharedSnapshot_open_files" AFTER INSERT OR UPDATE ON "SharedSnapshot" FOR EACH ROW EXECUTE FUNCTION follow_shared_files();
CREATE TRIGGER "Evidence_open_files" AFTER UPDATE OF "audience", "redactedAudience", "redactedFileId", "removedAt" ON "Evidence" FOR EACH ROW EXECUTE FUNCTION follow_shared_files();
CREATE TRIGGER "StoredFile_open_files" AFTER UPDATE OF "scan", "hasPreview", "purgedAt" ON "StoredFile" FOR EACH ROW EXECUTE FUNCTION follow_shared_files();

-- A respondent keeps the files of its one assessment; it deletes none and says nothing of their check.
GRANT SELECT, INSERT ON "Evidence", "StoredFile", "EvidenceUpload" TO manumit_respondent;
GRANT SELECT, INSERT, DELETE ON "SharedFile" TO manumit_respondent;
GRANT UPDATE ("audience", "validUntil", "removedAt", "redactedFileId", "redactedAudience") ON "Evidence" TO manumit_respondent;
GRANT UPDATE ("receivedBytes", "evidenceId", "refusal") ON "EvidenceUpload" TO manumit_respondent;
DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['Evidence', 'StoredFile', 'EvidenceUpload', 'SharedFile'] LOOP
    EXECUTE format(
      'CREATE POLICY respondent ON %I AS RESTRICTIVE TO manumit_respondent '
      'USING ("assessmentId" = (NULLIF(current_setting(''app.assessment_id''::text, true), ''''::text))::uuid)', table_name);
  END LOOP;
END $$;
