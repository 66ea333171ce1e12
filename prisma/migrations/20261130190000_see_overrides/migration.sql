-- A member raises an override where its reason is seen: in which words, and from which record or publication. Of one audit there may be several.

ALTER TABLE "GivenOverride" ADD COLUMN "reason" TEXT, ADD COLUMN "reference" TEXT, ADD COLUMN "findingId" UUID, ADD COLUMN "recruiterPartyId" UUID;

DROP INDEX "GivenOverride_organizationId_auditId_key";
CREATE INDEX "GivenOverride_organizationId_auditId_idx" ON "GivenOverride"("organizationId", "auditId");
CREATE INDEX "GivenOverride_organizationId_findingId_idx" ON "GivenOverride"("organizationId", "findingId");
CREATE INDEX "GivenOverride_organizationId_recruiterPartyId_idx" ON "GivenOverride"("organizationId", "recruiterPartyId");
-- The indicators of an audit count once.
CREATE UNIQUE INDEX "GivenOverride_signs_once" ON "GivenOverride"("organizationId", "auditId") WHERE "reading" IS NOT NULL;

ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_organizationId_findingId_fkey" FOREIGN KEY ("organizationId", "findingId") REFERENCES "Finding"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_organizationId_recruiterPartyId_fkey" FOREIGN KEY ("organizationId", "recruiterPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "GivenOverride" DROP CONSTRAINT "GivenOverride_signs";
ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_signs" CHECK ("reading" IS NULL OR "code" = 'O2');
-- What a member saw is written down, and rests on one record or one publication.
ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_seen" CHECK (
  "reason" IS NULL OR (
    btrim("reason") <> '' AND "reading" IS NULL AND "alertReason" IS NULL
    AND num_nonnulls("reference", "auditId", "alertId", "findingId", "recruiterPartyId") = 1
  )
);
