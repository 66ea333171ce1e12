-- What is known of a labour provider line by line: append-only, the newest version of an entry counts.
CREATE TABLE "ProviderRecord" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "entryId" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "isWithdrawn" BOOLEAN NOT NULL DEFAULT false,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sourceId" UUID NOT NULL,

    CONSTRAINT "ProviderRecord_pkey" PRIMARY KEY ("organizationId","id")
);
CREATE INDEX "ProviderRecord_organizationId_partyId_recordedAt_idx" ON "ProviderRecord"("organizationId", "partyId", "recordedAt");
ALTER TABLE "ProviderRecord" ADD CONSTRAINT "ProviderRecord_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "LabourProvider"("organizationId", "partyId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ProviderRecord" ADD CONSTRAINT "ProviderRecord_organizationId_sourceId_fkey" FOREIGN KEY ("organizationId", "sourceId") REFERENCES "Source"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ProviderRecord" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ProviderRecord" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "ProviderRecord" USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON "ProviderRecord" TO manumit_app;
ALTER TABLE "ProviderRecord" ADD CONSTRAINT "ProviderRecord_kind" CHECK ("kind" IN ('licence', 'corridor', 'fee', 'status'));
