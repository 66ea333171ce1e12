-- Corrective actions and remediation of findings; more time is asked for and granted by two people; nobody verifies what he completed.

-- AlterTable
ALTER TABLE "FindingFile" ADD COLUMN     "actionId" UUID;

-- CreateTable
CREATE TABLE "CorrectiveAction" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "findingId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "rootCause" TEXT NOT NULL DEFAULT '',
    "owner" TEXT NOT NULL,
    "ownerMemberId" UUID,
    "timescale" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "verification" TEXT NOT NULL,
    "agreedBy" TEXT NOT NULL DEFAULT '',
    "agreedOn" DATE,
    "amountMinor" BIGINT,
    "currency" TEXT,
    "people" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "startedAt" TIMESTAMPTZ(3),
    "completedById" UUID,
    "completedAt" TIMESTAMPTZ(3),
    "completionNote" TEXT NOT NULL DEFAULT '',
    "verifiedById" UUID,
    "verifiedAt" TIMESTAMPTZ(3),
    "verificationSeen" TEXT NOT NULL DEFAULT '',
    "reopenedAt" TIMESTAMPTZ(3),
    "reopenReason" TEXT NOT NULL DEFAULT '',
    "committee" TEXT NOT NULL DEFAULT '',
    "committeeOn" DATE,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CorrectiveAction_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ActionExtension" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "actionId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "oldDueOn" DATE NOT NULL,
    "newDueOn" DATE NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verdict" TEXT,
    "answer" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ActionExtension_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateIndex
CREATE INDEX "CorrectiveAction_organizationId_findingId_idx" ON "CorrectiveAction"("organizationId", "findingId");

-- CreateIndex
CREATE INDEX "CorrectiveAction_organizationId_dueOn_id_idx" ON "CorrectiveAction"("organizationId", "dueOn", "id");

-- CreateIndex
CREATE INDEX "ActionExtension_organizationId_actionId_idx" ON "ActionExtension"("organizationId", "actionId");

-- CreateIndex
CREATE INDEX "FindingFile_organizationId_actionId_idx" ON "FindingFile"("organizationId", "actionId");

-- AddForeignKey
ALTER TABLE "FindingFile" ADD CONSTRAINT "FindingFile_organizationId_actionId_fkey" FOREIGN KEY ("organizationId", "actionId") REFERENCES "CorrectiveAction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_organizationId_findingId_fkey" FOREIGN KEY ("organizationId", "findingId") REFERENCES "Finding"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionExtension" ADD CONSTRAINT "ActionExtension_organizationId_actionId_fkey" FOREIGN KEY ("organizationId", "actionId") REFERENCES "CorrectiveAction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['CorrectiveAction', 'ActionExtension'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO manumit_app', table_name);
  END LOOP;
END $$;

ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_kind" CHECK ("kind" IN ('corrective', 'remediation'));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_timescale" CHECK ("timescale" IN ('immediate', '30', '60', '90', '180', '365'));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_verification" CHECK ("verification" IN ('desktop', 'follow-up-visit', 'worker-interviews'));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_status" CHECK ("status" IN ('pending', 'in-progress', 'completed', 'verified'));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_words" CHECK (btrim("action") <> '' AND btrim("owner") <> '');
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_agreed" CHECK (("agreedBy" = '') = ("agreedOn" IS NULL));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_committee" CHECK (("committee" = '') = ("committeeOn" IS NULL));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_money" CHECK (
  ("amountMinor" IS NULL) = ("currency" IS NULL) AND ("amountMinor" IS NULL OR "amountMinor" >= 0) AND ("people" IS NULL OR "people" >= 0)
  AND ("currency" IS NULL OR "currency" ~ '^[A-Z]{3}$') AND ("kind" = 'remediation' OR ("amountMinor" IS NULL AND "people" IS NULL))
);
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_completed" CHECK (
  ("status" IN ('completed', 'verified')) = ("completedAt" IS NOT NULL AND "completedById" IS NOT NULL)
);
-- Nobody verifies what he completed himself, and nothing is verified without saying what was seen.
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_verified" CHECK (
  ("status" = 'verified') = ("verifiedAt" IS NOT NULL) AND ("verifiedAt" IS NULL) = ("verifiedById" IS NULL)
  AND ("status" <> 'verified' OR ("verifiedById" <> "completedById" AND btrim("verificationSeen") <> ''))
);
ALTER TABLE "ActionExtension" ADD CONSTRAINT "ActionExtension_days" CHECK ("newDueOn" > "oldDueOn" AND btrim("reason") <> '');
ALTER TABLE "ActionExtension" ADD CONSTRAINT "ActionExtension_verdict" CHECK ("verdict" IN ('granted', 'refused', 'withdrawn'));
ALTER TABLE "ActionExtension" ADD CONSTRAINT "ActionExtension_decided" CHECK (
  ("verdict" IS NULL) = ("decidedAt" IS NULL) AND ("verdict" IS NULL) = ("decidedById" IS NULL)
);
-- Nobody decides on the time that he asked for himself, but he may take the request back.
ALTER TABLE "ActionExtension" ADD CONSTRAINT "ActionExtension_two_people" CHECK (("verdict" = 'withdrawn') = ("decidedById" = "askedById"));

-- What is verified at a desk is verified by a file.
CREATE FUNCTION need_file_to_verify() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "FindingFile" f WHERE f."organizationId" = NEW."organizationId" AND f."actionId" = NEW."id" AND f."removedAt" IS NULL
  ) THEN RAISE EXCEPTION 'a check at the desk needs a file'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER need_file_to_verify BEFORE INSERT OR UPDATE OF "status" ON "CorrectiveAction" FOR EACH ROW
  WHEN (NEW."status" = 'verified' AND NEW."verification" = 'desktop') EXECUTE FUNCTION need_file_to_verify();
