-- The region that the yearly report counts a project in, where its host countries lie in more than one; and the reports of a lender, frozen.
ALTER TABLE "Transaction" ADD COLUMN "region" TEXT;
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_region" CHECK ("region" IN ('americas', 'emea', 'asia-pacific'));

-- CreateTable
CREATE TABLE "LenderReport" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "transactionId" UUID,
    "year" INTEGER,
    "hash" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "model" JSONB NOT NULL,
    "preparedById" UUID NOT NULL,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LenderReport_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateIndex
CREATE INDEX "LenderReport_organizationId_transactionId_preparedAt_idx" ON "LenderReport"("organizationId", "transactionId", "preparedAt");

-- CreateIndex
CREATE INDEX "LenderReport_organizationId_kind_year_preparedAt_idx" ON "LenderReport"("organizationId", "kind", "year", "preparedAt");

-- CreateIndex
CREATE INDEX "LenderReport_hash_idx" ON "LenderReport"("hash");

-- CreateIndex
CREATE INDEX "Transaction_organizationId_closedOn_idx" ON "Transaction"("organizationId", "closedOn");

-- AddForeignKey
ALTER TABLE "LenderReport" ADD CONSTRAINT "LenderReport_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LenderReport" ADD CONSTRAINT "LenderReport_organizationId_transactionId_fkey" FOREIGN KEY ("organizationId", "transactionId") REFERENCES "Transaction"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "LenderReport" ADD CONSTRAINT "LenderReport_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$');
-- A report of a year is of no transaction, a review is of one.
ALTER TABLE "LenderReport" ADD CONSTRAINT "LenderReport_kind"
  CHECK (("kind" = 'yearly' AND "year" BETWEEN 2003 AND 2200 AND "transactionId" IS NULL)
      OR ("kind" = 'due-diligence' AND "year" IS NULL AND "transactionId" IS NOT NULL));
ALTER TABLE "LenderReport" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "LenderReport" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "LenderReport"
  USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON "LenderReport" TO manumit_app;

-- Anybody may ask whether a report with this hash was prepared here, of whichever sort; the answer is the day and nothing else.
GRANT SELECT ON "LenderReport" TO manumit_search;
CREATE POLICY search ON "LenderReport" FOR SELECT TO manumit_search USING (true);
DROP FUNCTION report_prepared_at(text);
CREATE FUNCTION report_prepared_at(report_hash text) RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT LEAST(
    (SELECT min("preparedAt") FROM "Report" WHERE "hash" = report_hash),
    (SELECT min("preparedAt") FROM "AuditReport" WHERE "hash" = report_hash),
    (SELECT min("preparedAt") FROM "LenderReport" WHERE "hash" = report_hash)) $$;
GRANT CREATE ON SCHEMA public TO manumit_search;
ALTER FUNCTION report_prepared_at(text) OWNER TO manumit_search;
REVOKE CREATE ON SCHEMA public FROM manumit_search;
REVOKE ALL ON FUNCTION report_prepared_at(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report_prepared_at(text) TO manumit_app;
