-- A dated alert that a supplier, one of its sites or its place meets an entry of a public list: one for each party, kind and row of a list, decided by a person.
CREATE TABLE "Alert" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sourceTable" TEXT NOT NULL,
    "sourceVintage" TEXT NOT NULL,
    "sourceRow" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "isToBeConfirmed" BOOLEAN NOT NULL,
    "basis" JSONB NOT NULL,
    "basisHash" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenOn" DATE NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL DEFAULT 'open',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("organizationId","id")
);

CREATE UNIQUE INDEX "Alert_organizationId_partyId_kind_sourceTable_sourceRow_key" ON "Alert"("organizationId", "partyId", "kind", "sourceTable", "sourceRow");

CREATE INDEX "Alert_organizationId_rank_id_idx" ON "Alert"("organizationId", "rank", "id");

ALTER TABLE "Alert" ADD CONSTRAINT "Alert_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Alert" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Alert" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Alert" USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "Alert" TO manumit_app;

ALTER TABLE "Alert" ADD CONSTRAINT "Alert_kind" CHECK (
  "kind" IN ('presumed-region', 'listed-entity', 'import-order', 'state-imposed', 'priority-sector', 'listed-good') AND "rank" >= 1
);
-- A decision names its person, its time and its reason; an open alert has none of them.
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_decided" CHECK (
  "status" IN ('open', 'confirmed', 'dismissed')
  AND ("status" = 'open') = ("decidedById" IS NULL) AND ("decidedById" IS NULL) = ("decidedAt" IS NULL)
  AND ("decidedById" IS NULL) = ("reason" IS NULL) AND ("reason" IS NULL OR btrim("reason") <> '')
);

-- A confirmed alert may raise an override: which alert, and in which words the score says what it rests on.
ALTER TABLE "GivenOverride" ADD COLUMN "alertId" UUID, ADD COLUMN "alertReason" TEXT;
CREATE INDEX "GivenOverride_organizationId_alertId_idx" ON "GivenOverride"("organizationId", "alertId");
ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_organizationId_alertId_fkey" FOREIGN KEY ("organizationId", "alertId") REFERENCES "Alert"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Organization" ADD COLUMN "alertListsKey" TEXT;
