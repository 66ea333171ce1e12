-- What Prisma writes differently from what schema.prisma means: its SQL knows neither generated columns nor NULLS NOT DISTINCT.

-- By the riskier end of the range, then by the other. Double precision, since its comparisons are leakproof and an index serves them under row-level security.
ALTER TABLE "Supplier" DROP COLUMN "placeOrder";
ALTER TABLE "Supplier" ADD COLUMN "placeOrder" DOUBLE PRECISION GENERATED ALWAYS AS ("placeBest" + "placeWorst"::float8 / 100000000) STORED;
CREATE INDEX "Supplier_organizationId_placeOrder_partyId_idx" ON "Supplier" ("organizationId", "placeOrder", "partyId");

-- By score, then by rank, the riskiest greatest; suppliers without a rank come last among equal scores. Ranks of up to 999,999 keep their order.
ALTER TABLE "Supplier" DROP COLUMN "riskOrder";
ALTER TABLE "Supplier" ADD COLUMN "riskOrder" DOUBLE PRECISION GENERATED ALWAYS AS (
  ("score" * 10)::float8 * 1000000000000 - COALESCE("placeBest", 999999)::float8 * 1000000 - COALESCE("placeWorst", 999999)
) STORED;

-- A link without product and start date is unique too.
DROP INDEX "SupplyLink_span_key";
CREATE UNIQUE INDEX "SupplyLink_span_key"
  ON "SupplyLink" ("organizationId", "fromPartyId", "toPartyId", "kind", "product", "validFrom", "withdrawnAt") NULLS NOT DISTINCT;

-- A version is issued once of a subject, whose other columns are null.
DROP INDEX "FrozenDocument_version_key";
CREATE UNIQUE INDEX "FrozenDocument_version_key"
  ON "FrozenDocument" ("organizationId", "kind", "responseId", "auditId", "dealId", "monitoringReportId", "item", "version") NULLS NOT DISTINCT;
