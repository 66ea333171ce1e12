-- What a person posted from a form that was drawn once, so that the same again leads to the record that it made. The row is written in the transaction that makes
-- the record. Nobody else sees it: where a record stands may be the secret. A job, which acts for nobody, sees what has expired and sweeps it.
CREATE TABLE "FormKey" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "userId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid,
    "key" TEXT NOT NULL,
    "location" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL DEFAULT (now() + '2 days'::interval),

    CONSTRAINT "FormKey_pkey" PRIMARY KEY ("organizationId","userId","key")
);

-- AddForeignKey
ALTER TABLE "FormKey" ADD CONSTRAINT "FormKey_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "FormKey" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FormKey" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "FormKey"
  USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
CREATE POLICY own_key ON "FormKey" AS RESTRICTIVE TO manumit_app
  USING ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
    OR (NULLIF(current_setting('app.user_id'::text, true), ''::text) IS NULL AND "expiresAt" < now()))
  WITH CHECK ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "FormKey" TO manumit_app;
