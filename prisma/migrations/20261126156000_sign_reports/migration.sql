-- Reports are signed with a key of the organization; the signed file is kept as it is.

-- CreateTable
CREATE TABLE "SigningKey" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "certificate" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "sealedKey" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "SigningKey_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ReportSignature" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "reportHash" TEXT NOT NULL,
    "form" TEXT NOT NULL DEFAULT 'report',
    "keyId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "signedById" UUID NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportSignature_pkey" PRIMARY KEY ("organizationId","reportHash","form")
);

-- CreateIndex
CREATE INDEX "ReportSignature_organizationId_keyId_idx" ON "ReportSignature"("organizationId", "keyId");

-- CreateIndex
CREATE INDEX "ReportSignature_organizationId_fileId_idx" ON "ReportSignature"("organizationId", "fileId");

-- AddForeignKey
ALTER TABLE "SigningKey" ADD CONSTRAINT "SigningKey_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSignature" ADD CONSTRAINT "ReportSignature_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSignature" ADD CONSTRAINT "ReportSignature_organizationId_keyId_fkey" FOREIGN KEY ("organizationId", "keyId") REFERENCES "SigningKey"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSignature" ADD CONSTRAINT "ReportSignature_organizationId_fileId_fkey" FOREIGN KEY ("organizationId", "fileId") REFERENCES "StoredFile"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['SigningKey', 'ReportSignature'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "SigningKey" TO manumit_app;
-- A signature is added and never changed.
GRANT SELECT, INSERT ON "ReportSignature" TO manumit_app;
CREATE UNIQUE INDEX "SigningKey_one_in_use" ON "SigningKey" ("organizationId") WHERE "retiredAt" IS NULL;
ALTER TABLE "SigningKey" ADD CONSTRAINT "SigningKey_fingerprint" CHECK ("fingerprint" ~ '^[0-9a-f]{64}$');
ALTER TABLE "ReportSignature" ADD CONSTRAINT "ReportSignature_hash" CHECK ("reportHash" ~ '^[0-9a-f]{64}$');
