-- Read this before committing. The engine sees tables, columns, keys and indexes only. By hand, in this file:
-- a new tenant table's ENABLE and FORCE ROW LEVEL SECURITY, policy and grants; CHECKs; data moves between NO FORCE and FORCE.

-- CreateTable
CREATE TABLE "ConsultantCheck" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transactionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "firm" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "isRequired" TEXT NOT NULL,
    "requiredReason" TEXT NOT NULL,
    "paidBy" TEXT NOT NULL,
    "earlierWork" TEXT NOT NULL,
    "financialInterest" TEXT NOT NULL,
    "ownDocuments" TEXT NOT NULL,
    "otherTies" TEXT NOT NULL,
    "isShared" TEXT NOT NULL,
    "reportOn" DATE,
    "conclusions" TEXT NOT NULL DEFAULT '',
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConsultantCheck_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ConsultantVerdict" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "checkId" UUID NOT NULL,
    "recordedById" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedById" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConsultantVerdict_pkey" PRIMARY KEY ("organizationId","checkId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ConsultantCheck_organizationId_transactionId_number_version_key" ON "ConsultantCheck"("organizationId", "transactionId", "number", "version");

-- CreateIndex
CREATE UNIQUE INDEX "ConsultantCheck_organizationId_id_recordedById_key" ON "ConsultantCheck"("organizationId", "id", "recordedById");

-- CreateIndex
CREATE UNIQUE INDEX "ConsultantVerdict_organizationId_checkId_recordedById_key" ON "ConsultantVerdict"("organizationId", "checkId", "recordedById");

-- AddForeignKey
ALTER TABLE "ConsultantCheck" ADD CONSTRAINT "ConsultantCheck_organizationId_transactionId_fkey" FOREIGN KEY ("organizationId", "transactionId") REFERENCES "Transaction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsultantVerdict" ADD CONSTRAINT "ConsultantVerdict_organizationId_checkId_recordedById_fkey" FOREIGN KEY ("organizationId", "checkId", "recordedById") REFERENCES "ConsultantCheck"("organizationId", "id", "recordedById") ON DELETE CASCADE ON UPDATE CASCADE;


DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['ConsultantCheck', 'ConsultantVerdict'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
  END LOOP;
END $$;
-- What was recorded and judged is added and never changed.
GRANT SELECT, INSERT ON "ConsultantCheck", "ConsultantVerdict" TO manumit_app;

ALTER TABLE "ConsultantCheck" ADD CONSTRAINT "ConsultantCheck_words" CHECK (
  "number" > 0 AND "version" > 0 AND btrim("name") <> '' AND btrim("firm") <> '' AND "purpose" IN ('review', 'monitoring')
  AND "isRequired" IN ('yes', 'no') AND btrim("requiredReason") <> '' AND "isShared" IN ('yes', 'no', 'unknown')
);
-- Each tie is answered in words; conclusions are those of a report.
ALTER TABLE "ConsultantCheck" ADD CONSTRAINT "ConsultantCheck_ties" CHECK (
  btrim("paidBy") <> '' AND btrim("earlierWork") <> '' AND btrim("financialInterest") <> '' AND btrim("ownDocuments") <> '' AND btrim("otherTies") <> ''
  AND ("conclusions" = '' OR "reportOn" IS NOT NULL)
);
-- Two people: who recorded a consultant does not judge its independence.
ALTER TABLE "ConsultantVerdict" ADD CONSTRAINT "ConsultantVerdict_two_people" CHECK (
  "decidedById" <> "recordedById" AND "verdict" IN ('independent', 'not-independent') AND btrim("reason") <> ''
);
