-- A supplier that named a subcontractor or labour provider by mistake takes the name back. The row stays, marked; so do the request, if the questions had
-- been passed on, and the link between the two, which from then on is not known any more.

ALTER TABLE "NamedParty" ADD COLUMN "takenBackAt" TIMESTAMPTZ(3), ADD COLUMN "takenBackById" UUID;
ALTER TABLE "AnswerRequest" ADD COLUMN "takenBackAt" TIMESTAMPTZ(3);

ALTER TABLE "NamedParty" ADD CONSTRAINT "NamedParty_takenBack" CHECK (("takenBackAt" IS NULL) = ("takenBackById" IS NULL));

ALTER TABLE "SupplyLink" DROP CONSTRAINT "SupplyLink_withdrawn";
ALTER TABLE "SupplyLink" ADD CONSTRAINT "SupplyLink_withdrawn" CHECK (
  "withdrawnAs" IN ('taken-away', 'corrected', 'taken-back') AND ("withdrawnAt" IS NULL) = ("withdrawnAs" IS NULL) AND ("withdrawnById" IS NULL OR "withdrawnAt" IS NOT NULL));

-- Whom a supplier named is read by its answers.
CREATE INDEX "Source_organizationId_assessmentId_idx" ON "Source"("organizationId", "assessmentId");
