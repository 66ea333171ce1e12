-- Lifting a critical override takes two people: one proposes with evidence and a reason, another decides.
CREATE TABLE "OverrideLifting" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "override" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "shownBy" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verdict" TEXT,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OverrideLifting_pkey" PRIMARY KEY ("organizationId","id")
);
CREATE INDEX "OverrideLifting_organizationId_partyId_override_idx" ON "OverrideLifting"("organizationId", "partyId", "override");
ALTER TABLE "OverrideLifting" ADD CONSTRAINT "OverrideLifting_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "OverrideLifting" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "OverrideLifting" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "OverrideLifting" USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "OverrideLifting" TO manumit_app;
ALTER TABLE "OverrideLifting" ADD CONSTRAINT "OverrideLifting_verdict" CHECK ("verdict" IN ('lifted', 'refused', 'withdrawn'));
ALTER TABLE "OverrideLifting" ADD CONSTRAINT "OverrideLifting_decided" CHECK (
  ("verdict" IS NULL) = ("decidedAt" IS NULL) AND ("verdict" IS NULL) = ("decidedById" IS NULL)
);
-- Nobody decides on what he proposed himself, but he may take it back.
ALTER TABLE "OverrideLifting" ADD CONSTRAINT "OverrideLifting_two_people" CHECK (("verdict" = 'withdrawn') = ("decidedById" = "proposedById"));
