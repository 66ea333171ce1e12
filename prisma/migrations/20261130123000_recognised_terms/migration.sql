-- What words mean, as a member decided once: the sector or the listed good that a cell of a list names.

-- CreateTable
CREATE TABLE "RecognisedTerm" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "field" TEXT NOT NULL,
    "termKey" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "value" TEXT,
    "decidedById" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RecognisedTerm_pkey" PRIMARY KEY ("organizationId","field","termKey")
);

-- AddForeignKey
ALTER TABLE "RecognisedTerm" ADD CONSTRAINT "RecognisedTerm_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "RecognisedTerm" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "RecognisedTerm" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "RecognisedTerm"
  USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "RecognisedTerm" TO manumit_app;

ALTER TABLE "RecognisedTerm" ADD CONSTRAINT "RecognisedTerm_field" CHECK ("field" IN ('sector', 'product') AND btrim("termKey") <> '');
