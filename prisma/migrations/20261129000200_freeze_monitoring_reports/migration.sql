ALTER TABLE "LenderReport" ADD COLUMN "periodFrom" DATE;
ALTER TABLE "LenderReport" DROP CONSTRAINT "LenderReport_kind";
-- A report of a year is of no transaction, a review is of one, a monitoring report of one and of a period.
ALTER TABLE "LenderReport" ADD CONSTRAINT "LenderReport_kind"
  CHECK (("kind" = 'yearly' AND "year" BETWEEN 2003 AND 2200 AND "transactionId" IS NULL AND "periodFrom" IS NULL)
      OR ("kind" = 'due-diligence' AND "year" IS NULL AND "transactionId" IS NOT NULL AND "periodFrom" IS NULL)
      OR ("kind" = 'monitoring' AND "year" IS NULL AND "transactionId" IS NOT NULL AND "periodFrom" IS NOT NULL));
