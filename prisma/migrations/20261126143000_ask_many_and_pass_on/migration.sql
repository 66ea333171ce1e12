-- Many suppliers are asked at once (campaigns); a supplier names its own subcontractors and labour providers and passes the questionnaire on; a link
-- may open some sections alone.

-- AlterTable
ALTER TABLE "AnswerDevice" ADD COLUMN     "label" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "sections" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "AnswerLink" ADD COLUMN     "label" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "sections" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "AnswerRequest" ADD COLUMN     "campaignId" UUID,
ADD COLUMN     "chainNote" TEXT,
ADD COLUMN     "chainStatement" TEXT,
ADD COLUMN     "remindWantedAt" TIMESTAMPTZ(3),
ADD COLUMN     "viaAssessmentId" UUID;

-- CreateTable
CREATE TABLE "Campaign" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "instrumentKey" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "dueOn" DATE,
    "message" TEXT NOT NULL DEFAULT '',
    "reminderDays" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "selection" TEXT NOT NULL DEFAULT '',
    "takenOut" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "allows" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "status" TEXT NOT NULL DEFAULT 'draft',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Campaign_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "CampaignTarget" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "campaignId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "email" TEXT,
    "assessmentId" UUID,
    "touchedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CampaignTarget_pkey" PRIMARY KEY ("organizationId","campaignId","partyId")
);

-- CreateTable
CREATE TABLE "SupplierContact" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "partyId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "updatedById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "wrongAt" TIMESTAMPTZ(3),

    CONSTRAINT "SupplierContact_pkey" PRIMARY KEY ("organizationId","partyId")
);

-- CreateTable
CREATE TABLE "NamedParty" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "assessmentId" UUID NOT NULL,
    "askerOrganizationId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "work" TEXT NOT NULL DEFAULT '',
    "requestAssessmentId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NamedParty_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateIndex
CREATE INDEX "Campaign_organizationId_createdAt_id_idx" ON "Campaign"("organizationId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "CampaignTarget_organizationId_campaignId_status_partyId_idx" ON "CampaignTarget"("organizationId", "campaignId", "status", "partyId");

-- CreateIndex
CREATE INDEX "SupplierContact_organizationId_email_idx" ON "SupplierContact"("organizationId", "email");

-- CreateIndex
CREATE INDEX "NamedParty_organizationId_assessmentId_idx" ON "NamedParty"("organizationId", "assessmentId");

-- CreateIndex
CREATE INDEX "NamedParty_organizationId_requestAssessmentId_idx" ON "NamedParty"("organizationId", "requestAssessmentId");

-- CreateIndex
CREATE INDEX "AnswerRequest_organizationId_campaignId_assessmentId_idx" ON "AnswerRequest"("organizationId", "campaignId", "assessmentId");

-- CreateIndex
CREATE INDEX "AnswerRequest_organizationId_viaAssessmentId_idx" ON "AnswerRequest"("organizationId", "viaAssessmentId");

-- AddForeignKey
ALTER TABLE "AnswerRequest" ADD CONSTRAINT "AnswerRequest_organizationId_campaignId_fkey" FOREIGN KEY ("organizationId", "campaignId") REFERENCES "Campaign"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerRequest" ADD CONSTRAINT "AnswerRequest_organizationId_viaAssessmentId_fkey" FOREIGN KEY ("organizationId", "viaAssessmentId") REFERENCES "AnswerRequest"("organizationId", "assessmentId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignTarget" ADD CONSTRAINT "CampaignTarget_organizationId_campaignId_fkey" FOREIGN KEY ("organizationId", "campaignId") REFERENCES "Campaign"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignTarget" ADD CONSTRAINT "CampaignTarget_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupplierContact" ADD CONSTRAINT "SupplierContact_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Supplier"("organizationId", "partyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NamedParty" ADD CONSTRAINT "NamedParty_organizationId_assessmentId_fkey" FOREIGN KEY ("organizationId", "assessmentId") REFERENCES "Assessment"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NamedParty" ADD CONSTRAINT "NamedParty_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NamedParty" ADD CONSTRAINT "NamedParty_organizationId_requestAssessmentId_fkey" FOREIGN KEY ("organizationId", "requestAssessmentId") REFERENCES "AnswerRequest"("organizationId", "assessmentId") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['Campaign', 'CampaignTarget', 'SupplierContact', 'NamedParty'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO manumit_app', table_name);
  END LOOP;
END $$;

ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_status" CHECK ("status" IN ('draft', 'going', 'closed'));
ALTER TABLE "CampaignTarget" ADD CONSTRAINT "CampaignTarget_status" CHECK ("status" IN ('waiting', 'asked', 'sent', 'left-out'));
ALTER TABLE "CampaignTarget" ADD CONSTRAINT "CampaignTarget_reason" CHECK (("status" = 'left-out') = ("reason" IS NOT NULL));
ALTER TABLE "SupplierContact" ADD CONSTRAINT "SupplierContact_email" CHECK ("email" = lower("email") AND position('@' IN "email") > 1);
ALTER TABLE "NamedParty" ADD CONSTRAINT "NamedParty_kind" CHECK ("kind" IN ('subcontractor', 'labour-provider'));
ALTER TABLE "AnswerRequest" ADD CONSTRAINT "AnswerRequest_chainStatement" CHECK ("chainStatement" IN ('all', 'some', 'none', 'unknown', 'withheld'));

-- What a further tier submitted reaches this organization only if that tier shares it.
ALTER TABLE "AnswerRequest" DROP CONSTRAINT "AnswerRequest_submitted";
ALTER TABLE "AnswerRequest" ADD CONSTRAINT "AnswerRequest_submitted"
  CHECK ("status" <> 'submitted' OR ("submittedAt" IS NOT NULL AND ("snapshotId" IS NOT NULL OR "viaAssessmentId" IS NOT NULL)));
GRANT UPDATE ("chainStatement", "chainNote") ON "AnswerRequest" TO manumit_respondent;
