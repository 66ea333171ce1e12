-- The Environmental and Social Action Plan of a transaction: its lines, what is said to them, versions that both sides agree to, and links to them.

-- CreateTable
CREATE TABLE "EsapLine" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transactionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "reference" TEXT NOT NULL DEFAULT '',
    "deliverable" TEXT NOT NULL DEFAULT '',
    "owner" TEXT NOT NULL DEFAULT '',
    "dueOn" DATE,
    "costMinor" BIGINT,
    "currency" TEXT,
    "milestone" TEXT,
    "indicator" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'open',
    "statusReason" TEXT NOT NULL DEFAULT '',
    "doneById" UUID,
    "doneAt" TIMESTAMPTZ(3),
    "doneNote" TEXT NOT NULL DEFAULT '',
    "verifiedById" UUID,
    "verifiedAt" TIMESTAMPTZ(3),
    "verifiedSeen" TEXT NOT NULL DEFAULT '',
    "itemKey" TEXT,
    "findingId" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EsapLine_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "EsapVersion" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transactionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "frozenById" UUID NOT NULL,
    "frozenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EsapVersion_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "EsapAgreement" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "versionId" UUID NOT NULL,
    "how" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    "agreedOn" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byUserId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EsapAgreement_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "EsapComment" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "lineId" UUID NOT NULL,
    "versionId" UUID,
    "text" TEXT NOT NULL,
    "byUserId" UUID,
    "byName" TEXT NOT NULL DEFAULT '',
    "byFunction" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EsapComment_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "EsapAccess" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "versionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "email" TEXT,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "lastSeenAt" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "EsapAccess_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "EsapAccessKey" (
    "tokenHash" TEXT NOT NULL,
    "organizationId" UUID NOT NULL,
    "accessId" UUID NOT NULL,

    CONSTRAINT "EsapAccessKey_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateIndex
CREATE INDEX "EsapLine_organizationId_findingId_idx" ON "EsapLine"("organizationId", "findingId");

-- CreateIndex
CREATE UNIQUE INDEX "EsapLine_organizationId_transactionId_number_key" ON "EsapLine"("organizationId", "transactionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "EsapLine_organizationId_transactionId_itemKey_key" ON "EsapLine"("organizationId", "transactionId", "itemKey");

-- CreateIndex
CREATE UNIQUE INDEX "EsapLine_organizationId_transactionId_findingId_key" ON "EsapLine"("organizationId", "transactionId", "findingId");

-- CreateIndex
CREATE UNIQUE INDEX "EsapVersion_organizationId_transactionId_number_key" ON "EsapVersion"("organizationId", "transactionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "EsapAgreement_organizationId_versionId_key" ON "EsapAgreement"("organizationId", "versionId");

-- CreateIndex
CREATE INDEX "EsapComment_organizationId_lineId_at_idx" ON "EsapComment"("organizationId", "lineId", "at");

-- CreateIndex
CREATE INDEX "EsapComment_organizationId_versionId_idx" ON "EsapComment"("organizationId", "versionId");

-- CreateIndex
CREATE INDEX "EsapAccess_organizationId_versionId_createdAt_idx" ON "EsapAccess"("organizationId", "versionId", "createdAt");

-- AddForeignKey
ALTER TABLE "EsapLine" ADD CONSTRAINT "EsapLine_organizationId_transactionId_fkey" FOREIGN KEY ("organizationId", "transactionId") REFERENCES "Transaction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EsapLine" ADD CONSTRAINT "EsapLine_organizationId_findingId_fkey" FOREIGN KEY ("organizationId", "findingId") REFERENCES "Finding"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EsapVersion" ADD CONSTRAINT "EsapVersion_organizationId_transactionId_fkey" FOREIGN KEY ("organizationId", "transactionId") REFERENCES "Transaction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EsapAgreement" ADD CONSTRAINT "EsapAgreement_organizationId_versionId_fkey" FOREIGN KEY ("organizationId", "versionId") REFERENCES "EsapVersion"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EsapComment" ADD CONSTRAINT "EsapComment_organizationId_lineId_fkey" FOREIGN KEY ("organizationId", "lineId") REFERENCES "EsapLine"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EsapComment" ADD CONSTRAINT "EsapComment_organizationId_versionId_fkey" FOREIGN KEY ("organizationId", "versionId") REFERENCES "EsapVersion"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EsapAccess" ADD CONSTRAINT "EsapAccess_organizationId_versionId_fkey" FOREIGN KEY ("organizationId", "versionId") REFERENCES "EsapVersion"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EsapAccessKey" ADD CONSTRAINT "EsapAccessKey_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EsapAccessKey" ADD CONSTRAINT "EsapAccessKey_organizationId_accessId_fkey" FOREIGN KEY ("organizationId", "accessId") REFERENCES "EsapAccess"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['EsapLine', 'EsapVersion', 'EsapAgreement', 'EsapComment', 'EsapAccess'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "EsapLine", "EsapAccess", "EsapAccessKey" TO manumit_app;
-- What was frozen, agreed and said is added and never changed.
GRANT SELECT, INSERT ON "EsapVersion", "EsapAgreement", "EsapComment" TO manumit_app;

ALTER TABLE "EsapLine" ADD CONSTRAINT "EsapLine_number" CHECK ("number" > 0);
ALTER TABLE "EsapLine" ADD CONSTRAINT "EsapLine_action" CHECK (btrim("action") <> '');
ALTER TABLE "EsapLine" ADD CONSTRAINT "EsapLine_milestone" CHECK ("milestone" IN ('cp-signing', 'cp-disbursement', 'construction', 'operation'));
ALTER TABLE "EsapLine" ADD CONSTRAINT "EsapLine_cost" CHECK (("costMinor" IS NULL) = ("currency" IS NULL) AND "costMinor" >= 0 AND "currency" ~ '^[A-Z]{3}$');
ALTER TABLE "EsapLine" ADD CONSTRAINT "EsapLine_source" CHECK ("itemKey" IS NULL OR "findingId" IS NULL);
ALTER TABLE "EsapLine" ADD CONSTRAINT "EsapLine_status" CHECK ("status" IN ('open', 'in-progress', 'done', 'verified', 'dropped'));
ALTER TABLE "EsapLine" ADD CONSTRAINT "EsapLine_dropped" CHECK ("status" <> 'dropped' OR btrim("statusReason") <> '');
ALTER TABLE "EsapLine" ADD CONSTRAINT "EsapLine_done" CHECK (
  ("status" IN ('done', 'verified')) = ("doneById" IS NOT NULL) AND ("doneById" IS NULL) = ("doneAt" IS NULL)
  AND ("doneById" IS NULL OR btrim("doneNote") <> ''));
-- Another person than the one who marked it done, with words of what was seen.
ALTER TABLE "EsapLine" ADD CONSTRAINT "EsapLine_verified" CHECK (
  ("status" = 'verified') = ("verifiedById" IS NOT NULL) AND ("verifiedById" IS NULL) = ("verifiedAt" IS NULL)
  AND ("verifiedById" IS NULL OR ("verifiedById" <> "doneById" AND btrim("verifiedSeen") <> '')));
ALTER TABLE "EsapVersion" ADD CONSTRAINT "EsapVersion_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "EsapAgreement" ADD CONSTRAINT "EsapAgreement_how" CHECK ("how" IN ('link', 'paper') AND ("how" = 'paper') = ("byUserId" IS NOT NULL));
ALTER TABLE "EsapAgreement" ADD CONSTRAINT "EsapAgreement_who" CHECK (btrim("name") <> '' AND btrim("function") <> '');
ALTER TABLE "EsapComment" ADD CONSTRAINT "EsapComment_text" CHECK (btrim("text") <> '');
ALTER TABLE "EsapComment" ADD CONSTRAINT "EsapComment_client" CHECK (
  "versionId" IS NULL OR ("byUserId" IS NULL AND btrim("byName") <> '' AND btrim("byFunction") <> ''));
ALTER TABLE "EsapAccess" ADD CONSTRAINT "EsapAccess_kind" CHECK ("kind" IN ('link', 'device'));
ALTER TABLE "EsapAccess" ADD CONSTRAINT "EsapAccess_email" CHECK ("email" = lower("email") AND position('@' IN "email") > 1);

-- What the client reads by its link, by the role of those who answer: one version, and what the client itself said to it.
DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['EsapAgreement', 'EsapComment'] LOOP
    EXECUTE format(
      'CREATE POLICY client ON %I AS RESTRICTIVE TO manumit_respondent '
      'USING ("versionId" = (NULLIF(current_setting(''app.plan_version_id''::text, true), ''''::text))::uuid)', table_name);
  END LOOP;
END $$;
CREATE POLICY client ON "EsapVersion" AS RESTRICTIVE TO manumit_respondent
  USING ("id" = (NULLIF(current_setting('app.plan_version_id'::text, true), ''::text))::uuid);
GRANT SELECT ("organizationId", "id", "number", "content", "hash", "frozenAt") ON "EsapVersion" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "versionId", "name", "function", "agreedOn", "at") ON "EsapAgreement" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "versionId", "lineId", "text", "byName", "byFunction", "at") ON "EsapComment" TO manumit_respondent;
