-- A supplier is asked to answer by itself: by a link, without an account. The request, its links and the devices they opened belong to who asks;
-- answers lie in the supplier's own organization, and who asks reads the snapshot that is shared.

-- AlterTable
ALTER TABLE "SharedSnapshot" ADD COLUMN     "assessmentId" UUID,
ADD COLUMN     "scope" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "AnswerLinkKey" (
    "tokenHash" TEXT NOT NULL,
    "organizationId" UUID NOT NULL,
    "linkId" UUID NOT NULL,

    CONSTRAINT "AnswerLinkKey_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "AnswerDeviceKey" (
    "tokenHash" TEXT NOT NULL,
    "organizationId" UUID NOT NULL,
    "deviceId" UUID NOT NULL,

    CONSTRAINT "AnswerDeviceKey_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "AnswerRequest" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "assessmentId" UUID NOT NULL,
    "supplierOrganizationId" UUID NOT NULL,
    "snapshotId" UUID,
    "status" TEXT NOT NULL DEFAULT 'invited',
    "locale" TEXT NOT NULL,
    "email" TEXT,
    "message" TEXT NOT NULL DEFAULT '',
    "dueOn" DATE,
    "invitedById" UUID NOT NULL,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "mailedAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "submittedAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3),
    "refusedAt" TIMESTAMPTZ(3),
    "refusalReason" TEXT,
    "bouncedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "AnswerRequest_pkey" PRIMARY KEY ("organizationId","assessmentId")
);

-- CreateTable
CREATE TABLE "AnswerLink" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "assessmentId" UUID NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AnswerLink_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "AnswerDevice" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "assessmentId" UUID NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AnswerDevice_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateIndex
CREATE INDEX "AnswerRequest_organizationId_status_dueOn_assessmentId_idx" ON "AnswerRequest"("organizationId", "status", "dueOn", "assessmentId");

-- CreateIndex
CREATE INDEX "AnswerRequest_organizationId_invitedAt_assessmentId_idx" ON "AnswerRequest"("organizationId", "invitedAt", "assessmentId");

-- CreateIndex
CREATE INDEX "AnswerLink_organizationId_assessmentId_createdAt_idx" ON "AnswerLink"("organizationId", "assessmentId", "createdAt");

-- CreateIndex
CREATE INDEX "AnswerDevice_organizationId_assessmentId_openedAt_idx" ON "AnswerDevice"("organizationId", "assessmentId", "openedAt");

-- CreateIndex
CREATE INDEX "SharedSnapshot_organizationId_assessmentId_idx" ON "SharedSnapshot"("organizationId", "assessmentId");

-- AddForeignKey
ALTER TABLE "AnswerLinkKey" ADD CONSTRAINT "AnswerLinkKey_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerLinkKey" ADD CONSTRAINT "AnswerLinkKey_organizationId_linkId_fkey" FOREIGN KEY ("organizationId", "linkId") REFERENCES "AnswerLink"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerDeviceKey" ADD CONSTRAINT "AnswerDeviceKey_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerDeviceKey" ADD CONSTRAINT "AnswerDeviceKey_organizationId_deviceId_fkey" FOREIGN KEY ("organizationId", "deviceId") REFERENCES "AnswerDevice"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerRequest" ADD CONSTRAINT "AnswerRequest_organizationId_assessmentId_fkey" FOREIGN KEY ("organizationId", "assessmentId") REFERENCES "Assessment"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerLink" ADD CONSTRAINT "AnswerLink_organizationId_assessmentId_fkey" FOREIGN KEY ("organizationId", "assessmentId") REFERENCES "AnswerRequest"("organizationId", "assessmentId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerDevice" ADD CONSTRAINT "AnswerDevice_organizationId_assessmentId_fkey" FOREIGN KEY ("organizationId", "assessmentId") REFERENCES "AnswerRequest"("organizationId", "assessmentId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedSnapshot" ADD CONSTRAINT "SharedSnapshot_organizationId_assessmentId_fkey" FOREIGN KEY ("organizationId", "assessmentId") REFERENCES "Assessment"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['AnswerRequest', 'AnswerLink', 'AnswerDevice'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO manumit_app', table_name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "AnswerLinkKey", "AnswerDeviceKey" TO manumit_app;

ALTER TABLE "AnswerRequest" ADD CONSTRAINT "AnswerRequest_status" CHECK ("status" IN ('invited', 'opened', 'started', 'submitted', 'refused', 'bounced', 'withdrawn'));
ALTER TABLE "AnswerRequest" ADD CONSTRAINT "AnswerRequest_submitted" CHECK ("status" <> 'submitted' OR ("submittedAt" IS NOT NULL AND "snapshotId" IS NOT NULL));
ALTER TABLE "AnswerRequest" ADD CONSTRAINT "AnswerRequest_refused" CHECK ("status" <> 'refused' OR "refusedAt" IS NOT NULL);
ALTER TABLE "AnswerRequest" ADD CONSTRAINT "AnswerRequest_email" CHECK ("email" = lower("email") AND position('@' IN "email") > 1);

-- What a respondent may touch: one assessment, in the organization of the supplier where it is answered and in the one that asks, where it
-- has the same id. Columns are named wherever not all are theirs.
GRANT UPDATE ("status", "submittedAt") ON "Assessment" TO manumit_respondent;
GRANT DELETE ON "Answer" TO manumit_respondent;
GRANT SELECT ON "AnswerRequest" TO manumit_respondent;
GRANT UPDATE ("status", "startedAt", "submittedAt", "receivedAt", "refusedAt", "refusalReason", "snapshotId") ON "AnswerRequest" TO manumit_respondent;
GRANT SELECT, INSERT ON "SharedSnapshot" TO manumit_respondent;
GRANT UPDATE ("revokedAt") ON "SharedSnapshot" TO manumit_respondent;
GRANT INSERT ON "Activity" TO manumit_respondent;
CREATE POLICY respondent ON "AnswerRequest" AS RESTRICTIVE TO manumit_respondent
  USING ("assessmentId" = (NULLIF(current_setting('app.assessment_id'::text, true), ''::text))::uuid);
CREATE POLICY respondent ON "SharedSnapshot" AS RESTRICTIVE TO manumit_respondent
  USING ("assessmentId" = (NULLIF(current_setting('app.assessment_id'::text, true), ''::text))::uuid);
CREATE POLICY respondent ON "Activity" AS RESTRICTIVE TO manumit_respondent
  USING ("recordKind" = 'assessment' AND "recordId" = NULLIF(current_setting('app.assessment_id'::text, true), ''::text));
