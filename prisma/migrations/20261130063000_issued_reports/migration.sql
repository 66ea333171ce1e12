-- The registry of reports: which files were made of each, what became of it, and what whoever has its hash may know of it.
CREATE TABLE "IssuedFile" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "reportHash" TEXT NOT NULL,
    "form" TEXT NOT NULL DEFAULT 'report',
    "sha256" TEXT NOT NULL,
    "pages" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IssuedFile_pkey" PRIMARY KEY ("organizationId","reportHash","form","sha256")
);

-- CreateTable
CREATE TABLE "ReportNotice" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "reportHash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "correctedBy" TEXT,
    "notedById" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReportNotice_pkey" PRIMARY KEY ("organizationId","reportHash","kind")
);

-- CreateIndex
CREATE INDEX "IssuedFile_reportHash_idx" ON "IssuedFile"("reportHash");

-- CreateIndex
CREATE INDEX "ReportNotice_reportHash_idx" ON "ReportNotice"("reportHash");

-- CreateIndex
CREATE INDEX "ReportSignature_reportHash_idx" ON "ReportSignature"("reportHash");

-- AddForeignKey
ALTER TABLE "IssuedFile" ADD CONSTRAINT "IssuedFile_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportNotice" ADD CONSTRAINT "ReportNotice_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "IssuedFile" ADD CONSTRAINT "IssuedFile_hashes" CHECK ("reportHash" ~ '^[0-9a-f]{64}$' AND "sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "ReportNotice" ADD CONSTRAINT "ReportNotice_hash" CHECK ("reportHash" ~ '^[0-9a-f]{64}$');
-- Everybody who has the report reads the reason: one of a list, none of which says anything about a person.
ALTER TABLE "ReportNotice" ADD CONSTRAINT "ReportNotice_reason" CHECK ("reason" IN ('error', 'new-information', 'issued-by-mistake', 'not-stated'));
ALTER TABLE "ReportNotice" ADD CONSTRAINT "ReportNotice_kind"
  CHECK (("kind" = 'withdrawn' AND "correctedBy" IS NULL)
      OR ("kind" = 'corrected' AND "correctedBy" IS NOT NULL AND "correctedBy" ~ '^[0-9a-f]{64}$' AND "correctedBy" <> "reportHash"));

-- Files that were signed before are known again.
ALTER TABLE "ReportSignature" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "StoredFile" NO FORCE ROW LEVEL SECURITY;
DO $$
DECLARE expected bigint; moved bigint;
BEGIN
  SELECT count(*) INTO expected FROM "ReportSignature";
  INSERT INTO "IssuedFile" ("organizationId", "reportHash", "form", "sha256", "at")
    SELECT s."organizationId", s."reportHash", s."form", f."sha256", s."signedAt"
    FROM "ReportSignature" s JOIN "StoredFile" f ON f."organizationId" = s."organizationId" AND f."id" = s."fileId";
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> expected THEN RAISE EXCEPTION 'expected % signed files, found %', expected, moved; END IF;
END $$;
ALTER TABLE "ReportSignature" FORCE ROW LEVEL SECURITY;
ALTER TABLE "StoredFile" FORCE ROW LEVEL SECURITY;

ALTER TABLE "IssuedFile" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "IssuedFile" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "IssuedFile"
  USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON "IssuedFile" TO manumit_app;
ALTER TABLE "ReportNotice" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ReportNotice" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "ReportNotice"
  USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON "ReportNotice" TO manumit_app;

-- Whoever has the hash of a report may ask who issued it and what became of it. The answer holds the name that the report prints, its kind, days, fingerprints,
-- digests of its files, and the reason of a notice: nothing of what the report is about.
GRANT SELECT ON "IssuedFile", "ReportNotice", "ReportSignature" TO manumit_search;
GRANT SELECT ("organizationId", "id", "fingerprint", "retiredAt") ON "SigningKey" TO manumit_search;
CREATE POLICY search ON "IssuedFile" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "ReportNotice" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "ReportSignature" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "SigningKey" FOR SELECT TO manumit_search USING (true);
DROP FUNCTION report_prepared_at(text);
CREATE FUNCTION issued_report(report_hash text) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  WITH issued AS (
    SELECT "organizationId", 'assessment' AS "kind", "preparedAt", "model"->'organization'->>'name' AS "name" FROM "Report" WHERE "hash" = report_hash
    UNION ALL SELECT "organizationId", 'audit', "preparedAt", "model"->'organization'->>'name' FROM "AuditReport" WHERE "hash" = report_hash
    UNION ALL SELECT "organizationId", "kind", "preparedAt", "model"->'organization'->>'name' FROM "LenderReport" WHERE "hash" = report_hash
    ORDER BY "preparedAt" LIMIT 1)
  SELECT jsonb_build_object(
    'organization', i."name", 'kind', i."kind", 'issuedAt', i."preparedAt",
    'signatures', COALESCE((SELECT jsonb_agg(jsonb_build_object('form', s."form", 'fingerprint', k."fingerprint", 'signedAt', s."signedAt", 'keyRetiredAt', k."retiredAt") ORDER BY s."form")
      FROM "ReportSignature" s JOIN "SigningKey" k ON k."organizationId" = s."organizationId" AND k."id" = s."keyId"
      WHERE s."organizationId" = i."organizationId" AND s."reportHash" = report_hash), '[]'),
    'notices', COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', n."kind", 'reason', n."reason", 'at', n."at", 'correctedBy', n."correctedBy") ORDER BY n."at", n."kind")
      FROM "ReportNotice" n WHERE n."organizationId" = i."organizationId" AND n."reportHash" = report_hash), '[]'),
    'files', COALESCE((SELECT jsonb_agg(f ORDER BY f->>'sha256') FROM (SELECT jsonb_build_object('form', e."form", 'sha256', e."sha256", 'pages', e."pages") AS f
      FROM "IssuedFile" e WHERE e."organizationId" = i."organizationId" AND e."reportHash" = report_hash ORDER BY e."at" DESC LIMIT 100) AS newest), '[]'))
  FROM issued i $$;
GRANT CREATE ON SCHEMA public TO manumit_search;
ALTER FUNCTION issued_report(text) OWNER TO manumit_search;
REVOKE CREATE ON SCHEMA public FROM manumit_search;
REVOKE ALL ON FUNCTION issued_report(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION issued_report(text) TO manumit_app;
