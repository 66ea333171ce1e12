-- An auditor records findings: with evidence, people affected, extent, law; what goes well stands apart.
-- AlterTable
ALTER TABLE "Finding" ADD COLUMN     "agreement" TEXT,
ADD COLUMN     "auditId" UUID,
ADD COLUMN     "codeReference" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "codeUrl" TEXT,
ADD COLUMN     "compliancePoint" TEXT,
ADD COLUMN     "evidenceIds" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "evidenceSeen" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "extent" TEXT,
ADD COLUMN     "frequency" TEXT,
ADD COLUMN     "hasFile" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isLegalContext" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isPeopleUnknown" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "lawReference" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "lawUrl" TEXT,
ADD COLUMN     "methods" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'answer',
ADD COLUMN     "peopleAffected" INTEGER,
ADD COLUMN     "recordedById" UUID,
ADD COLUMN     "repeatOfId" UUID,
ADD COLUMN     "restrictedNote" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "rootCause" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "FindingFile" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "findingId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "addedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FindingFile_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "GoodPractice" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "auditId" UUID,
    "text" TEXT NOT NULL,
    "compliancePoint" TEXT,
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "GoodPractice_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateIndex
CREATE INDEX "FindingFile_organizationId_findingId_idx" ON "FindingFile"("organizationId", "findingId");

-- CreateIndex
CREATE INDEX "FindingFile_organizationId_fileId_idx" ON "FindingFile"("organizationId", "fileId");

-- CreateIndex
CREATE INDEX "GoodPractice_organizationId_partyId_recordedAt_idx" ON "GoodPractice"("organizationId", "partyId", "recordedAt");

-- CreateIndex
CREATE INDEX "Finding_organizationId_auditId_idx" ON "Finding"("organizationId", "auditId");

-- CreateIndex
CREATE INDEX "Finding_organizationId_repeatOfId_idx" ON "Finding"("organizationId", "repeatOfId");

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_organizationId_repeatOfId_fkey" FOREIGN KEY ("organizationId", "repeatOfId") REFERENCES "Finding"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingFile" ADD CONSTRAINT "FindingFile_organizationId_findingId_fkey" FOREIGN KEY ("organizationId", "findingId") REFERENCES "Finding"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingFile" ADD CONSTRAINT "FindingFile_organizationId_fileId_fkey" FOREIGN KEY ("organizationId", "fileId") REFERENCES "StoredFile"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoodPractice" ADD CONSTRAINT "GoodPractice_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['FindingFile', 'GoodPractice'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO manumit_app', table_name);
  END LOOP;
END $$;

ALTER TABLE "Finding" ADD CONSTRAINT "Finding_origin" CHECK ("origin" IN ('answer', 'auditor'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_frequency" CHECK ("frequency" IN ('once', 'occasional', 'frequent', 'continuous', 'unknown'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_extent" CHECK ("extent" IN ('isolated', 'systemic'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_methods" CHECK ("methods" <@ ARRAY['document', 'management', 'worker', 'union', 'observation']);
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_agreement" CHECK ("agreement" IN ('agree', 'partly', 'contradict', 'single-source'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_people" CHECK ("peopleAffected" IS NULL OR ("peopleAffected" >= 0 AND NOT "isPeopleUnknown"));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_links" CHECK ("lawUrl" ~ '^https?://' AND "codeUrl" ~ '^https?://');
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_repeat" CHECK ("repeatOfId" <> "id");
-- What a person records says what was seen, by what evidence, of how many people or that nobody knows, and whether it stands alone.
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_of_auditor" CHECK ("origin" <> 'auditor' OR (
  btrim("text") <> '' AND "extent" IS NOT NULL AND "recordedById" IS NOT NULL
  AND ("peopleAffected" IS NOT NULL OR "isPeopleUnknown")
  AND ("hasFile" OR cardinality("evidenceIds") > 0 OR btrim("evidenceSeen") <> '')
));
ALTER TABLE "GoodPractice" ADD CONSTRAINT "GoodPractice_text" CHECK (btrim("text") <> '');
