-- Instruments that an organization made itself. A version is frozen at its first use: from then on it is what its answers were given to.

-- CreateTable
CREATE TABLE "OwnInstrument" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "translations" JSONB NOT NULL DEFAULT '{}',
    "crosswalk" JSONB NOT NULL DEFAULT '[]',
    "importedAs" TEXT,
    "lentBy" TEXT,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "frozenAt" TIMESTAMPTZ(3),
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OwnInstrument_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "OwnInstrumentStep" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "instrumentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OwnInstrumentStep_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "OwnInstrument_organizationId_key_key" ON "OwnInstrument"("organizationId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "OwnInstrumentStep_organizationId_instrumentId_position_key" ON "OwnInstrumentStep"("organizationId", "instrumentId", "position");

-- AddForeignKey
ALTER TABLE "OwnInstrument" ADD CONSTRAINT "OwnInstrument_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnInstrumentStep" ADD CONSTRAINT "OwnInstrumentStep_organizationId_instrumentId_fkey" FOREIGN KEY ("organizationId", "instrumentId") REFERENCES "OwnInstrument"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['OwnInstrument', 'OwnInstrumentStep'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO manumit_app', table_name);
  END LOOP;
END $$;

ALTER TABLE "OwnInstrument" ADD CONSTRAINT "OwnInstrument_status" CHECK ("status" IN ('draft', 'offered'));
ALTER TABLE "OwnInstrument" ADD CONSTRAINT "OwnInstrument_frozen" CHECK ("frozenAt" IS NULL OR "status" = 'offered');
ALTER TABLE "OwnInstrument" ADD CONSTRAINT "OwnInstrument_version" CHECK ("version" >= 1);
ALTER TABLE "OwnInstrument" ADD CONSTRAINT "OwnInstrument_key" CHECK ("frozenAt" IS NULL OR "key" = "code" || '@' || "version" || '.0.0');

-- A respondent reads the instrument of the one assessment he answers.
GRANT SELECT ON "OwnInstrument" TO manumit_respondent;
CREATE POLICY respondent ON "OwnInstrument" AS RESTRICTIVE TO manumit_respondent
  USING ("key" = (SELECT a."instrumentKey" FROM "Assessment" a
    WHERE a."organizationId" = "OwnInstrument"."organizationId" AND a."id" = (NULLIF(current_setting('app.assessment_id'::text, true), ''::text))::uuid));

-- The first assessment by an instrument of one's own freezes it; one that is not offered cannot be used.
CREATE FUNCTION freeze_instrument() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "OwnInstrument" SET "frozenAt" = now()
    WHERE "organizationId" = NEW."organizationId" AND "key" = NEW."instrumentKey" AND "status" = 'offered' AND "frozenAt" IS NULL;
  IF NOT EXISTS (SELECT 1 FROM "OwnInstrument"
    WHERE "organizationId" = NEW."organizationId" AND "key" = NEW."instrumentKey" AND "frozenAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'instrument % is not offered', NEW."instrumentKey" USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER freeze_instrument BEFORE INSERT OR UPDATE OF "instrumentKey" ON "Assessment"
  FOR EACH ROW WHEN (NEW."instrumentKey" LIKE 'own-%') EXECUTE FUNCTION freeze_instrument();

-- What was used stays as it was, for as long as its organization exists.
CREATE FUNCTION keep_frozen_instrument() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM "Organization" WHERE "id" = OLD."organizationId") THEN
      RAISE EXCEPTION 'instrument % was used and stays', OLD."key" USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'instrument % was used and stays as it is', OLD."key" USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER keep_frozen_instrument BEFORE UPDATE OR DELETE ON "OwnInstrument"
  FOR EACH ROW WHEN (OLD."frozenAt" IS NOT NULL) EXECUTE FUNCTION keep_frozen_instrument();
