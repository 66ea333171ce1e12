-- Read this before committing. The engine sees tables, columns, keys and indexes only. By hand, in this file:
-- a new tenant table's ENABLE and FORCE ROW LEVEL SECURITY, policy and grants; CHECKs; data moves between NO FORCE and FORCE.

-- CreateTable
CREATE TABLE "Engagement" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transactionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "heldOn" DATE NOT NULL,
    "groups" TEXT[],
    "way" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "people" TEXT NOT NULL,
    "subjects" TEXT NOT NULL,
    "answered" TEXT NOT NULL DEFAULT '',
    "disclosed" TEXT NOT NULL DEFAULT '',
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Engagement_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "GrievanceMechanism" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transactionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "operator" TEXT NOT NULL,
    "channels" TEXT[],
    "languages" TEXT NOT NULL,
    "isAnonymous" TEXT NOT NULL,
    "isFree" TEXT NOT NULL,
    "noRetaliation" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GrievanceMechanism_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "GrievancePeriod" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transactionId" UUID NOT NULL,
    "mechanismId" UUID NOT NULL,
    "mechanismNumber" INTEGER NOT NULL,
    "periodFrom" DATE NOT NULL,
    "periodTo" DATE NOT NULL,
    "version" INTEGER NOT NULL,
    "opened" TEXT NOT NULL,
    "closed" TEXT NOT NULL,
    "retaliation" TEXT NOT NULL,
    "medianDays" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GrievancePeriod_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Engagement_organizationId_transactionId_number_version_key" ON "Engagement"("organizationId", "transactionId", "number", "version");

-- CreateIndex
CREATE UNIQUE INDEX "GrievanceMechanism_organizationId_transactionId_number_vers_key" ON "GrievanceMechanism"("organizationId", "transactionId", "number", "version");

-- CreateIndex
CREATE UNIQUE INDEX "GrievancePeriod_organizationId_transactionId_mechanismNumbe_key" ON "GrievancePeriod"("organizationId", "transactionId", "mechanismNumber", "periodFrom", "periodTo", "version");

-- AddForeignKey
ALTER TABLE "Engagement" ADD CONSTRAINT "Engagement_organizationId_transactionId_fkey" FOREIGN KEY ("organizationId", "transactionId") REFERENCES "Transaction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GrievanceMechanism" ADD CONSTRAINT "GrievanceMechanism_organizationId_transactionId_fkey" FOREIGN KEY ("organizationId", "transactionId") REFERENCES "Transaction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GrievancePeriod" ADD CONSTRAINT "GrievancePeriod_organizationId_transactionId_fkey" FOREIGN KEY ("organizationId", "transactionId") REFERENCES "Transaction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GrievancePeriod" ADD CONSTRAINT "GrievancePeriod_organizationId_mechanismId_fkey" FOREIGN KEY ("organizationId", "mechanismId") REFERENCES "GrievanceMechanism"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;


DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['Engagement', 'GrievanceMechanism', 'GrievancePeriod'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
  END LOOP;
END $$;
-- What was recorded is added and never changed.
GRANT SELECT, INSERT ON "Engagement", "GrievanceMechanism", "GrievancePeriod" TO manumit_app;

-- A count is a number, *fewer than five* or *not known*: one to four are never kept.
ALTER TABLE "Engagement" ADD CONSTRAINT "Engagement_people" CHECK ("people" ~ '^(unknown|under-5|0|[5-9]|[1-9][0-9]{1,7})$');
ALTER TABLE "GrievancePeriod" ADD CONSTRAINT "GrievancePeriod_counts" CHECK (
  "opened" ~ '^(unknown|under-5|0|[5-9]|[1-9][0-9]{1,7})$' AND "closed" ~ '^(unknown|under-5|0|[5-9]|[1-9][0-9]{1,7})$'
  AND "retaliation" ~ '^(unknown|under-5|0|[5-9]|[1-9][0-9]{1,7})$'
);
-- The median of fewer than five could be one person's.
ALTER TABLE "GrievancePeriod" ADD CONSTRAINT "GrievancePeriod_median" CHECK (
  "medianDays" IS NULL OR "medianDays" >= 0 AND "closed" ~ '^([5-9]|[1-9][0-9]{1,7})$'
);
ALTER TABLE "GrievancePeriod" ADD CONSTRAINT "GrievancePeriod_period" CHECK ("periodFrom" <= "periodTo" AND "version" > 0 AND "mechanismNumber" > 0);
ALTER TABLE "Engagement" ADD CONSTRAINT "Engagement_words" CHECK (
  "number" > 0 AND "version" > 0 AND btrim("subjects") <> '' AND btrim("languages") <> ''
  AND "way" IN ('meeting', 'small-group', 'interviews', 'survey', 'hearing', 'visit', 'writing')
  AND "groups" <@ ARRAY['workers', 'contracted', 'migrants', 'women', 'representatives', 'communities', 'indigenous', 'organizations', 'authorities']
);
ALTER TABLE "GrievanceMechanism" ADD CONSTRAINT "GrievanceMechanism_words" CHECK (
  "number" > 0 AND "version" > 0 AND btrim("name") <> '' AND "audience" IN ('workers', 'communities', 'both')
  AND "operator" IN ('client', 'contractor', 'independent', 'union', 'authority')
  AND "channels" <@ ARRAY['person', 'box', 'phone', 'message', 'web', 'representative']
  AND "isAnonymous" IN ('yes', 'no', 'unknown') AND "isFree" IN ('yes', 'no', 'unknown') AND "noRetaliation" IN ('yes', 'no', 'unknown')
);
