-- Read this before committing. The engine sees tables, columns, keys and indexes only. By hand, in this file:
-- a new tenant table's ENABLE and FORCE ROW LEVEL SECURITY, policy and grants; CHECKs; data moves between NO FORCE and FORCE.

-- CreateTable
CREATE TABLE "FindingShare" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "auditId" UUID,
    "supplierOrganizationId" UUID,
    "email" TEXT,
    "locale" TEXT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "dueOn" DATE NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "FindingShare_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "SharedFinding" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "shareId" UUID NOT NULL,
    "findingId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "extent" TEXT,
    "frequency" TEXT,
    "people" TEXT,
    "lawReference" TEXT NOT NULL DEFAULT '',
    "codeReference" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SharedFinding_pkey" PRIMARY KEY ("organizationId","shareId","findingId")
);

-- CreateTable
CREATE TABLE "SiteAccess" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "shareId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "lastSeenAt" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SiteAccess_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "SiteAccessKey" (
    "tokenHash" TEXT NOT NULL,
    "organizationId" UUID NOT NULL,
    "accessId" UUID NOT NULL,

    CONSTRAINT "SiteAccessKey_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "SiteMessage" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "shareId" UUID NOT NULL,
    "findingId" UUID NOT NULL,
    "actionId" UUID,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "replyKind" TEXT,
    "rootCause" TEXT NOT NULL DEFAULT '',
    "owner" TEXT NOT NULL DEFAULT '',
    "timescale" TEXT,
    "isDone" BOOLEAN NOT NULL DEFAULT false,
    "newDueOn" DATE,
    "sentById" UUID NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verdict" TEXT,
    "answer" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SiteMessage_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "SiteMessageFile" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "shareId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,

    CONSTRAINT "SiteMessageFile_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateIndex
CREATE INDEX "FindingShare_organizationId_partyId_idx" ON "FindingShare"("organizationId", "partyId");

-- CreateIndex
CREATE INDEX "FindingShare_organizationId_createdAt_id_idx" ON "FindingShare"("organizationId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "FindingShare_supplierOrganizationId_idx" ON "FindingShare"("supplierOrganizationId");

-- CreateIndex
CREATE INDEX "SharedFinding_organizationId_findingId_idx" ON "SharedFinding"("organizationId", "findingId");

-- CreateIndex
CREATE INDEX "SiteAccess_organizationId_shareId_createdAt_idx" ON "SiteAccess"("organizationId", "shareId", "createdAt");

-- CreateIndex
CREATE INDEX "SiteMessage_organizationId_shareId_findingId_idx" ON "SiteMessage"("organizationId", "shareId", "findingId");

-- CreateIndex
CREATE INDEX "SiteMessage_organizationId_findingId_sentAt_idx" ON "SiteMessage"("organizationId", "findingId", "sentAt");

-- CreateIndex
CREATE INDEX "SiteMessage_organizationId_actionId_idx" ON "SiteMessage"("organizationId", "actionId");

-- CreateIndex
CREATE INDEX "SiteMessageFile_organizationId_messageId_idx" ON "SiteMessageFile"("organizationId", "messageId");

-- CreateIndex
CREATE INDEX "SiteMessageFile_organizationId_fileId_idx" ON "SiteMessageFile"("organizationId", "fileId");

-- AddForeignKey
ALTER TABLE "FindingShare" ADD CONSTRAINT "FindingShare_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedFinding" ADD CONSTRAINT "SharedFinding_organizationId_shareId_fkey" FOREIGN KEY ("organizationId", "shareId") REFERENCES "FindingShare"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedFinding" ADD CONSTRAINT "SharedFinding_organizationId_findingId_fkey" FOREIGN KEY ("organizationId", "findingId") REFERENCES "Finding"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteAccess" ADD CONSTRAINT "SiteAccess_organizationId_shareId_fkey" FOREIGN KEY ("organizationId", "shareId") REFERENCES "FindingShare"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteAccessKey" ADD CONSTRAINT "SiteAccessKey_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteAccessKey" ADD CONSTRAINT "SiteAccessKey_organizationId_accessId_fkey" FOREIGN KEY ("organizationId", "accessId") REFERENCES "SiteAccess"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_organizationId_shareId_findingId_fkey" FOREIGN KEY ("organizationId", "shareId", "findingId") REFERENCES "SharedFinding"("organizationId", "shareId", "findingId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_organizationId_actionId_fkey" FOREIGN KEY ("organizationId", "actionId") REFERENCES "CorrectiveAction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteMessageFile" ADD CONSTRAINT "SiteMessageFile_organizationId_messageId_fkey" FOREIGN KEY ("organizationId", "messageId") REFERENCES "SiteMessage"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteMessageFile" ADD CONSTRAINT "SiteMessageFile_organizationId_fileId_fkey" FOREIGN KEY ("organizationId", "fileId") REFERENCES "StoredFile"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['FindingShare', 'SharedFinding', 'SiteAccess', 'SiteMessage', 'SiteMessageFile'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO manumit_app', table_name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "SiteAccessKey" TO manumit_app;

ALTER TABLE "FindingShare" ADD CONSTRAINT "FindingShare_email" CHECK ("email" = lower("email") AND position('@' IN "email") > 1);
ALTER TABLE "SharedFinding" ADD CONSTRAINT "SharedFinding_words" CHECK (btrim("text") <> '');
ALTER TABLE "SharedFinding" ADD CONSTRAINT "SharedFinding_grade" CHECK ("grade" IN ('critical', 'major', 'moderate', 'minor'));
-- A group of one to four is a word here, whoever writes the row.
ALTER TABLE "SharedFinding" ADD CONSTRAINT "SharedFinding_people" CHECK ("people" IN ('unknown', 'under-5', '0') OR "people" ~ '^([5-9]|[1-9][0-9]+)$');
ALTER TABLE "SiteAccess" ADD CONSTRAINT "SiteAccess_kind" CHECK ("kind" IN ('link', 'device'));
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_kind" CHECK ("kind" IN ('reply', 'action', 'progress', 'extension'));
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_by" CHECK (btrim("by") <> '');
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_reply" CHECK (
  ("kind" = 'reply') = ("replyKind" IS NOT NULL) AND ("replyKind" IS NULL OR "replyKind" IN ('dispute', 'comment', 'accept'))
);
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_action" CHECK (
  ("kind" = 'action') = ("timescale" IS NOT NULL) AND ("timescale" IS NULL OR "timescale" IN ('immediate', '30', '60', '90', '180', '365'))
  AND ("kind" <> 'action' OR (btrim("text") <> '' AND btrim("owner") <> '' AND btrim("rootCause") <> ''))
);
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_of_action" CHECK ("kind" NOT IN ('progress', 'extension') OR ("actionId" IS NOT NULL AND btrim("text") <> ''));
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_extension" CHECK (("kind" = 'extension') = ("newDueOn" IS NOT NULL));
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_verdict" CHECK ("verdict" IN ('accepted', 'returned'));
-- Who decides is another than who said it, and who sends back says why.
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_decided" CHECK (
  ("verdict" IS NULL) = ("decidedAt" IS NULL) AND ("verdict" IS NULL) = ("decidedById" IS NULL)
  AND ("decidedById" IS NULL OR "decidedById" <> "sentById") AND ("verdict" IS NULL OR "kind" IN ('action', 'progress'))
  AND ("verdict" <> 'returned' OR btrim("answer") <> '')
);

-- What the site said stays as it was said, and is decided once. What it accepted becomes an action: then the message names it.
CREATE FUNCTION keep_site_message() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."verdict" IS NOT NULL OR (to_jsonb(NEW) - ARRAY['verdict', 'answer', 'decidedById', 'decidedAt', 'actionId'])
    <> (to_jsonb(OLD) - ARRAY['verdict', 'answer', 'decidedById', 'decidedAt', 'actionId'])
    OR (NEW."actionId" IS DISTINCT FROM OLD."actionId" AND OLD."actionId" IS NOT NULL)
  THEN RAISE EXCEPTION 'what a site said is never changed'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_site_message AFTER UPDATE ON "SiteMessage" FOR EACH ROW EXECUTE FUNCTION keep_site_message();

-- The organization of the supplier sees that findings were shared with it, where it says that it looks from that side.
CREATE POLICY supplier ON "FindingShare" FOR SELECT TO manumit_app
  USING ("supplierOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND current_setting('app.side'::text, true) = 'supplier'::text);

-- What a site reads, by the role of those who answer: one share, the findings in it as they were worded for it, and of findings, replies and
-- actions the columns named here. No note, no evidence, no method, no number of people, no sum of money, no person is among them.
DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['SharedFinding', 'SiteMessage', 'SiteMessageFile'] LOOP
    EXECUTE format(
      'CREATE POLICY site ON %I AS RESTRICTIVE TO manumit_respondent '
      'USING ("shareId" = (NULLIF(current_setting(''app.share_id''::text, true), ''''::text))::uuid)', table_name);
  END LOOP;
  FOREACH table_name IN ARRAY ARRAY['FindingReply', 'CorrectiveAction'] LOOP
    EXECUTE format(
      'CREATE POLICY site ON %I AS RESTRICTIVE TO manumit_respondent '
      'USING (EXISTS (SELECT 1 FROM "SharedFinding" s WHERE s."organizationId" = %I."organizationId" AND s."findingId" = %I."findingId"))',
      table_name, table_name, table_name);
  END LOOP;
END $$;
CREATE POLICY site ON "FindingShare" AS RESTRICTIVE TO manumit_respondent
  USING ("id" = (NULLIF(current_setting('app.share_id'::text, true), ''::text))::uuid);
CREATE POLICY site ON "Finding" AS RESTRICTIVE TO manumit_respondent
  USING (EXISTS (SELECT 1 FROM "SharedFinding" s WHERE s."organizationId" = "Finding"."organizationId" AND s."findingId" = "Finding"."id"));
CREATE POLICY site ON "ActionExtension" AS RESTRICTIVE TO manumit_respondent
  USING (EXISTS (SELECT 1 FROM "CorrectiveAction" a WHERE a."organizationId" = "ActionExtension"."organizationId" AND a."id" = "ActionExtension"."actionId"));
GRANT SELECT ON "SharedFinding", "SiteMessageFile" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "locale", "message", "dueOn", "createdAt", "withdrawnAt") ON "FindingShare" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "shareId", "findingId", "actionId", "kind", "by", "text", "replyKind", "rootCause", "owner", "timescale", "isDone",
  "newDueOn", "sentAt", "verdict", "answer", "decidedAt") ON "SiteMessage" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "status", "withdrawnAt") ON "Finding" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "findingId", "sentOn", "dueOn", "kind", "text", "repliedBy", "repliedOn", "verdict", "answer", "createdAt")
  ON "FindingReply" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "findingId", "kind", "action", "owner", "dueOn", "status", "completedAt", "verifiedAt", "reopenedAt", "createdAt")
  ON "CorrectiveAction" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "actionId", "reason", "oldDueOn", "newDueOn", "askedAt", "verdict", "answer") ON "ActionExtension" TO manumit_respondent;
