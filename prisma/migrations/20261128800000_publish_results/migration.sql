-- What of an approved audit is told to everybody, once the site agreed: frozen, and listed under one address for each supplier. Taking it back hides what it tells.
-- Both tables are only ever added to.
CREATE TABLE "PublishedResult" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "pageId" UUID NOT NULL,
    "auditId" UUID NOT NULL,
    "model" JSONB NOT NULL,
    "agreedBy" TEXT NOT NULL,
    "agreedOn" DATE NOT NULL,
    "publishedById" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PublishedResult_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ResultWithdrawal" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "resultId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "withdrawnById" UUID NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ResultWithdrawal_pkey" PRIMARY KEY ("organizationId","resultId")
);

-- CreateIndex
CREATE INDEX "PublishedResult_organizationId_auditId_idx" ON "PublishedResult"("organizationId", "auditId");

-- CreateIndex
CREATE INDEX "PublishedResult_pageId_idx" ON "PublishedResult"("pageId");

-- AddForeignKey
ALTER TABLE "PublishedResult" ADD CONSTRAINT "PublishedResult_organizationId_auditId_fkey" FOREIGN KEY ("organizationId", "auditId") REFERENCES "Audit"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResultWithdrawal" ADD CONSTRAINT "ResultWithdrawal_organizationId_resultId_fkey" FOREIGN KEY ("organizationId", "resultId") REFERENCES "PublishedResult"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PublishedResult" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "PublishedResult" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "PublishedResult"
  USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON "PublishedResult" TO manumit_app;

ALTER TABLE "ResultWithdrawal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ResultWithdrawal" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "ResultWithdrawal"
  USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON "ResultWithdrawal" TO manumit_app;

-- Anybody may read a page whose address he has. Of what was taken back only whose it was, when and why.
GRANT SELECT ON "PublishedResult", "ResultWithdrawal" TO manumit_search;
CREATE POLICY search ON "PublishedResult" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "ResultWithdrawal" FOR SELECT TO manumit_search USING (true);
CREATE FUNCTION published_results(page uuid) RETURNS TABLE ("id" uuid, "model" jsonb, "publishedAt" timestamptz, "withdrawnAt" timestamptz, "reason" text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT r."id", CASE WHEN w."resultId" IS NULL THEN r."model" ELSE r."model" - 'issues' - 'asked' - 'notAssessed' END, r."publishedAt", w."withdrawnAt", w."reason"
    FROM "PublishedResult" r LEFT JOIN "ResultWithdrawal" w ON w."organizationId" = r."organizationId" AND w."resultId" = r."id"
    WHERE r."pageId" = page ORDER BY r."publishedAt" DESC, r."id" LIMIT 100 $$;
GRANT CREATE ON SCHEMA public TO manumit_search;
ALTER FUNCTION published_results(uuid) OWNER TO manumit_search;
REVOKE CREATE ON SCHEMA public FROM manumit_search;
REVOKE ALL ON FUNCTION published_results(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION published_results(uuid) TO manumit_app;
