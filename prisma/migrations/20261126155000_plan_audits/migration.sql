-- An audit: planned, recorded on site by entries that are never changed, concluded, approved by a second person.

-- CreateTable
CREATE TABLE "Audit" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" TEXT NOT NULL,
    "partyId" UUID NOT NULL,
    "sitePartyId" UUID,
    "type" TEXT NOT NULL,
    "announcement" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "personDays" DECIMAL(5,2) NOT NULL,
    "workers" INTEGER,
    "paidBy" TEXT NOT NULL DEFAULT '',
    "purpose" TEXT NOT NULL DEFAULT '',
    "previousAuditId" UUID,
    "assessmentId" UUID NOT NULL,
    "screeningId" UUID,
    "signsId" UUID,
    "focus" JSONB NOT NULL,
    "samplePlan" JSONB NOT NULL,
    "limits" TEXT NOT NULL DEFAULT '',
    "plannedById" UUID NOT NULL,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "concludedById" UUID,
    "concludedAt" TIMESTAMPTZ(3),
    "returnedReason" TEXT,
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelledReason" TEXT,

    CONSTRAINT "Audit_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "AuditMember" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "auditId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "declaration" TEXT,
    "interest" TEXT NOT NULL DEFAULT '',
    "declaredAt" TIMESTAMPTZ(3),
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditMember_pkey" PRIMARY KEY ("organizationId","auditId","userId")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "auditId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "replaces" UUID[] DEFAULT ARRAY[]::UUID[],
    "fileId" UUID,
    "hash" TEXT NOT NULL,
    "deviceId" UUID NOT NULL,
    "byUserId" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("organizationId","auditId","id")
);

-- CreateTable
CREATE TABLE "AuditReceipt" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "auditId" UUID NOT NULL,
    "deviceId" UUID NOT NULL,
    "byUserId" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "counts" JSONB NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditReceipt_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateIndex
CREATE INDEX "Audit_organizationId_startsOn_id_idx" ON "Audit"("organizationId", "startsOn", "id");

-- CreateIndex
CREATE INDEX "Audit_organizationId_partyId_idx" ON "Audit"("organizationId", "partyId");

-- CreateIndex
CREATE INDEX "Audit_organizationId_sitePartyId_idx" ON "Audit"("organizationId", "sitePartyId");

-- CreateIndex
CREATE INDEX "Audit_organizationId_previousAuditId_idx" ON "Audit"("organizationId", "previousAuditId");

-- CreateIndex
CREATE UNIQUE INDEX "Audit_organizationId_number_key" ON "Audit"("organizationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Audit_organizationId_assessmentId_key" ON "Audit"("organizationId", "assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Audit_organizationId_screeningId_key" ON "Audit"("organizationId", "screeningId");

-- CreateIndex
CREATE UNIQUE INDEX "Audit_organizationId_signsId_key" ON "Audit"("organizationId", "signsId");

-- CreateIndex
CREATE INDEX "AuditMember_organizationId_userId_idx" ON "AuditMember"("organizationId", "userId");

-- CreateIndex
CREATE INDEX "AuditEntry_organizationId_auditId_kind_key_idx" ON "AuditEntry"("organizationId", "auditId", "kind", "key");

-- CreateIndex
CREATE INDEX "AuditEntry_organizationId_fileId_idx" ON "AuditEntry"("organizationId", "fileId");

-- CreateIndex
CREATE INDEX "AuditReceipt_organizationId_auditId_receivedAt_idx" ON "AuditReceipt"("organizationId", "auditId", "receivedAt");

-- AddForeignKey
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_organizationId_sitePartyId_fkey" FOREIGN KEY ("organizationId", "sitePartyId") REFERENCES "Party"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_organizationId_previousAuditId_fkey" FOREIGN KEY ("organizationId", "previousAuditId") REFERENCES "Audit"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_organizationId_assessmentId_fkey" FOREIGN KEY ("organizationId", "assessmentId") REFERENCES "Assessment"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_organizationId_screeningId_fkey" FOREIGN KEY ("organizationId", "screeningId") REFERENCES "Assessment"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_organizationId_signsId_fkey" FOREIGN KEY ("organizationId", "signsId") REFERENCES "Assessment"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditMember" ADD CONSTRAINT "AuditMember_organizationId_auditId_fkey" FOREIGN KEY ("organizationId", "auditId") REFERENCES "Audit"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_organizationId_auditId_fkey" FOREIGN KEY ("organizationId", "auditId") REFERENCES "Audit"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_organizationId_fileId_fkey" FOREIGN KEY ("organizationId", "fileId") REFERENCES "StoredFile"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditReceipt" ADD CONSTRAINT "AuditReceipt_organizationId_auditId_fkey" FOREIGN KEY ("organizationId", "auditId") REFERENCES "Audit"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['Audit', 'AuditMember', 'AuditEntry', 'AuditReceipt'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Audit", "AuditMember" TO manumit_app;
-- What was recorded on site, and that it arrived, is added and never changed.
GRANT SELECT, INSERT ON "AuditEntry", "AuditReceipt" TO manumit_app;

ALTER TABLE "Audit" ADD CONSTRAINT "Audit_type" CHECK ("type" IN ('initial', 'periodic', 'follow-up'));
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_announcement" CHECK ("announcement" IN ('announced', 'semi-announced', 'unannounced'));
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_status" CHECK ("status" IN ('planned', 'on-site', 'in-review', 'approved', 'cancelled'));
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_days" CHECK ("endsOn" >= "startsOn" AND "personDays" > 0);
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_follows" CHECK ("type" <> 'follow-up' OR "previousAuditId" IS NOT NULL);
-- Four eyes: who concluded does not approve.
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_four_eyes" CHECK ("approvedById" IS NULL OR ("concludedById" IS NOT NULL AND "approvedById" <> "concludedById"));
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_approved" CHECK (("status" = 'approved') = ("approvedAt" IS NOT NULL));
ALTER TABLE "AuditMember" ADD CONSTRAINT "AuditMember_part" CHECK ("part" IN ('lead', 'assessor', 'interpreter', 'observer'));
ALTER TABLE "AuditMember" ADD CONSTRAINT "AuditMember_declaration" CHECK ("declaration" IN ('independent', 'interest') AND ("declaration" <> 'interest' OR "interest" <> ''));
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_kind" CHECK ("kind" IN ('check', 'finding', 'photo', 'signature', 'tally', 'hours', 'wage', 'note', 'meeting', 'practice'));
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Assessment" DROP CONSTRAINT "Assessment_status";
-- An assessment that an audit records is opened by no page before the audit is approved.
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_status" CHECK ("status" IN ('recording', 'open', 'submitted', 'approved'));
