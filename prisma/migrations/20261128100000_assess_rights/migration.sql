-- Read this before committing. The engine sees tables, columns, keys and indexes only. By hand, in this file:
-- a new tenant table's ENABLE and FORCE ROW LEVEL SECURITY, policy and grants; CHECKs; data moves between NO FORCE and FORCE.

-- CreateTable
CREATE TABLE "SalientIssue" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transactionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "topic" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "affected" TEXT[],
    "vulnerable" TEXT[],
    "scale" INTEGER,
    "scaleReason" TEXT NOT NULL DEFAULT '',
    "scope" INTEGER,
    "scopeReason" TEXT NOT NULL DEFAULT '',
    "irremediability" INTEGER,
    "irremediabilityReason" TEXT NOT NULL DEFAULT '',
    "likelihood" INTEGER,
    "likelihoodReason" TEXT NOT NULL DEFAULT '',
    "response" TEXT NOT NULL DEFAULT '',
    "lineId" UUID,
    "itemKey" TEXT,
    "findingId" UUID,
    "residual" TEXT,
    "residualReason" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'open',
    "statusReason" TEXT NOT NULL DEFAULT '',
    "assessedById" UUID NOT NULL,
    "assessedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SalientIssue_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateIndex
CREATE INDEX "SalientIssue_organizationId_findingId_idx" ON "SalientIssue"("organizationId", "findingId");

-- CreateIndex
CREATE UNIQUE INDEX "SalientIssue_organizationId_transactionId_number_version_key" ON "SalientIssue"("organizationId", "transactionId", "number", "version");

-- AddForeignKey
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_organizationId_transactionId_fkey" FOREIGN KEY ("organizationId", "transactionId") REFERENCES "Transaction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_organizationId_lineId_fkey" FOREIGN KEY ("organizationId", "lineId") REFERENCES "EsapLine"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_organizationId_findingId_fkey" FOREIGN KEY ("organizationId", "findingId") REFERENCES "Finding"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "SalientIssue" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "SalientIssue" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "SalientIssue" USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
-- What was judged is added and never changed.
GRANT SELECT, INSERT ON "SalientIssue" TO manumit_app;

ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_place" CHECK ("number" > 0 AND "version" > 0);
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_topic" CHECK ("topic" IN ('forced-labour', 'recruitment-fees', 'papers-and-movement', 'migrant-terms',
  'child-labour', 'association', 'discrimination', 'harassment', 'wages-hours', 'safety', 'housing', 'dismissal', 'grievance', 'supply-chain', 'security',
  'land', 'community-health', 'indigenous', 'other') AND btrim("title") <> '');
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_people" CHECK (
  "affected" <@ ARRAY['project', 'contracted', 'supply-chain', 'communities'] AND "vulnerable" <@ ARRAY['migrants', 'women', 'young']
);
-- What is graded says why; null is not known.
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_grades" CHECK (
  "scale" BETWEEN 1 AND 5 AND "scope" BETWEEN 1 AND 5 AND "irremediability" BETWEEN 1 AND 5 AND "likelihood" BETWEEN 1 AND 5
);
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_reasons" CHECK (
  ("scale" IS NULL OR btrim("scaleReason") <> '') AND ("scope" IS NULL OR btrim("scopeReason") <> '')
  AND ("irremediability" IS NULL OR btrim("irremediabilityReason") <> '') AND ("likelihood" IS NULL OR btrim("likelihoodReason") <> '')
);
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_residual" CHECK (
  "residual" IS NULL OR "residual" IN ('unchanged', 'lower', 'much-lower') AND btrim("residualReason") <> ''
);
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_status" CHECK (
  "status" IN ('open', 'closed') AND ("status" = 'open' OR btrim("statusReason") <> '') AND ("itemKey" IS NULL OR "findingId" IS NULL)
);
-- Each item and each finding is proposed once in a transaction.
CREATE UNIQUE INDEX "SalientIssue_item_once" ON "SalientIssue" ("organizationId", "transactionId", "itemKey") WHERE "version" = 1;
CREATE UNIQUE INDEX "SalientIssue_finding_once" ON "SalientIssue" ("organizationId", "transactionId", "findingId") WHERE "version" = 1;
