-- A report on an approved audit: made once, never changed. Its forms (in full, plan, by cluster, summary) are drawn from the one model.
CREATE TABLE "AuditReport" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "auditId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "model" JSONB NOT NULL,
    "preparedById" UUID NOT NULL,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditReport_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateIndex
CREATE INDEX "AuditReport_organizationId_auditId_preparedAt_idx" ON "AuditReport"("organizationId", "auditId", "preparedAt");

-- CreateIndex
CREATE INDEX "AuditReport_hash_idx" ON "AuditReport"("hash");

-- AddForeignKey
ALTER TABLE "AuditReport" ADD CONSTRAINT "AuditReport_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditReport" ADD CONSTRAINT "AuditReport_organizationId_auditId_fkey" FOREIGN KEY ("organizationId", "auditId") REFERENCES "Audit"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "AuditReport" ADD CONSTRAINT "AuditReport_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "AuditReport" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "AuditReport" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "AuditReport"
  USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON "AuditReport" TO manumit_app;

-- Anybody may ask whether a report with this hash was prepared here, of whichever sort; the answer is the day and nothing else.
GRANT SELECT ON "AuditReport" TO manumit_search;
CREATE POLICY search ON "AuditReport" FOR SELECT TO manumit_search USING (true);
DROP FUNCTION report_prepared_at(text);
CREATE FUNCTION report_prepared_at(report_hash text) RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT LEAST(
    (SELECT min("preparedAt") FROM "Report" WHERE "hash" = report_hash),
    (SELECT min("preparedAt") FROM "AuditReport" WHERE "hash" = report_hash)) $$;
GRANT CREATE ON SCHEMA public TO manumit_search;
ALTER FUNCTION report_prepared_at(text) OWNER TO manumit_search;
REVOKE CREATE ON SCHEMA public FROM manumit_search;
REVOKE ALL ON FUNCTION report_prepared_at(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report_prepared_at(text) TO manumit_app;
