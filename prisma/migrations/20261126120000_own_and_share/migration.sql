-- A supplier takes over the organization that holds its answers, grants others a frozen copy of parts of them, and sees who read what.

-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "sharingCode" TEXT;

-- AlterTable
ALTER TABLE "SharedSnapshot" ALTER COLUMN "recipientOrganizationId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "ClaimLink" (
    "tokenHash" TEXT NOT NULL,
    "organizationId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "usedById" UUID,

    CONSTRAINT "ClaimLink_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "GrantKey" (
    "tokenHash" TEXT NOT NULL,
    "organizationId" UUID NOT NULL,
    "grantId" UUID NOT NULL,

    CONSTRAINT "GrantKey_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "AccessGrant" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "assessmentId" UUID NOT NULL,
    "snapshotId" UUID NOT NULL,
    "instrumentKey" TEXT NOT NULL,
    "recipientOrganizationId" UUID,
    "recipientEmail" TEXT,
    "purpose" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "scope" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "status" TEXT NOT NULL DEFAULT 'offered',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "refusedAt" TIMESTAMPTZ(3),
    "refusalReason" TEXT,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccessGrant_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "AccessRequest" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "granterOrganizationId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "requestedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "AccessRequest_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "SnapshotRead" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "snapshotId" UUID NOT NULL,
    "readerOrganizationId" UUID NOT NULL,
    "readerId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SnapshotRead_pkey" PRIMARY KEY ("organizationId","snapshotId","readerOrganizationId","readerId","section","how","day")
);

-- CreateTable
CREATE TABLE "AttachedGrant" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "assessmentId" UUID NOT NULL,
    "granterOrganizationId" UUID NOT NULL,
    "grantId" UUID NOT NULL,
    "snapshotId" UUID NOT NULL,
    "attachedById" UUID NOT NULL,
    "attachedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "detachedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AttachedGrant_pkey" PRIMARY KEY ("organizationId","assessmentId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Organization_sharingCode_key" ON "Organization"("sharingCode");

-- CreateIndex
CREATE INDEX "ClaimLink_organizationId_idx" ON "ClaimLink"("organizationId");

-- CreateIndex
CREATE INDEX "ClaimLink_usedById_idx" ON "ClaimLink"("usedById");

-- CreateIndex
CREATE INDEX "AccessGrant_organizationId_createdAt_id_idx" ON "AccessGrant"("organizationId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "AccessGrant_organizationId_assessmentId_idx" ON "AccessGrant"("organizationId", "assessmentId");

-- CreateIndex
CREATE INDEX "AccessGrant_organizationId_snapshotId_idx" ON "AccessGrant"("organizationId", "snapshotId");

-- CreateIndex
CREATE INDEX "AccessGrant_recipientOrganizationId_createdAt_id_idx" ON "AccessGrant"("recipientOrganizationId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "AccessRequest_organizationId_createdAt_id_idx" ON "AccessRequest"("organizationId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "AccessRequest_granterOrganizationId_status_createdAt_idx" ON "AccessRequest"("granterOrganizationId", "status", "createdAt");

-- CreateIndex
CREATE INDEX "SnapshotRead_organizationId_at_idx" ON "SnapshotRead"("organizationId", "at");

-- CreateIndex
CREATE INDEX "SnapshotRead_readerOrganizationId_at_idx" ON "SnapshotRead"("readerOrganizationId", "at");

-- CreateIndex
CREATE INDEX "AttachedGrant_organizationId_grantId_idx" ON "AttachedGrant"("organizationId", "grantId");

-- CreateIndex
CREATE INDEX "AnswerRequest_supplierOrganizationId_invitedAt_assessmentId_idx" ON "AnswerRequest"("supplierOrganizationId", "invitedAt", "assessmentId");

-- CreateIndex
CREATE INDEX "AnswerRequest_email_idx" ON "AnswerRequest"("email");

-- AddForeignKey
ALTER TABLE "ClaimLink" ADD CONSTRAINT "ClaimLink_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimLink" ADD CONSTRAINT "ClaimLink_usedById_fkey" FOREIGN KEY ("usedById") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GrantKey" ADD CONSTRAINT "GrantKey_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GrantKey" ADD CONSTRAINT "GrantKey_organizationId_grantId_fkey" FOREIGN KEY ("organizationId", "grantId") REFERENCES "AccessGrant"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessGrant" ADD CONSTRAINT "AccessGrant_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessGrant" ADD CONSTRAINT "AccessGrant_organizationId_assessmentId_fkey" FOREIGN KEY ("organizationId", "assessmentId") REFERENCES "Assessment"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessGrant" ADD CONSTRAINT "AccessGrant_organizationId_snapshotId_fkey" FOREIGN KEY ("organizationId", "snapshotId") REFERENCES "SharedSnapshot"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessRequest" ADD CONSTRAINT "AccessRequest_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SnapshotRead" ADD CONSTRAINT "SnapshotRead_organizationId_snapshotId_fkey" FOREIGN KEY ("organizationId", "snapshotId") REFERENCES "SharedSnapshot"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttachedGrant" ADD CONSTRAINT "AttachedGrant_organizationId_assessmentId_fkey" FOREIGN KEY ("organizationId", "assessmentId") REFERENCES "Assessment"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['AccessGrant', 'AccessRequest', 'SnapshotRead', 'AttachedGrant'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO manumit_app', table_name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "ClaimLink", "GrantKey" TO manumit_app;

-- A read that happened is never changed, nor taken away.
REVOKE UPDATE, DELETE ON "SnapshotRead" FROM manumit_app;

ALTER TABLE "AccessGrant" ADD CONSTRAINT "AccessGrant_status" CHECK ("status" IN ('offered', 'accepted', 'refused', 'revoked'));
ALTER TABLE "AccessGrant" ADD CONSTRAINT "AccessGrant_purpose" CHECK ("purpose" IN ('buyer', 'auditor', 'lender'));
ALTER TABLE "AccessGrant" ADD CONSTRAINT "AccessGrant_accepted" CHECK ("status" <> 'accepted' OR ("acceptedAt" IS NOT NULL AND "recipientOrganizationId" IS NOT NULL));
ALTER TABLE "AccessGrant" ADD CONSTRAINT "AccessGrant_email" CHECK ("recipientEmail" = lower("recipientEmail") AND position('@' IN "recipientEmail") > 1);
ALTER TABLE "AccessRequest" ADD CONSTRAINT "AccessRequest_status" CHECK ("status" IN ('open', 'granted', 'refused', 'withdrawn'));
ALTER TABLE "AccessRequest" ADD CONSTRAINT "AccessRequest_purpose" CHECK ("purpose" IN ('buyer', 'auditor', 'lender'));
ALTER TABLE "SnapshotRead" ADD CONSTRAINT "SnapshotRead_how" CHECK ("how" IN ('page', 'json', 'csv', 'xlsx', 'pdf', 'report', 'file'));

-- Both parties see what was offered, asked and read. What was offered says nothing of the answers.
CREATE POLICY recipient ON "AccessGrant" FOR SELECT TO manumit_app
  USING ("recipientOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
CREATE POLICY granter ON "AccessRequest" FOR SELECT TO manumit_app
  USING ("granterOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
CREATE POLICY reader ON "SnapshotRead" FOR SELECT TO manumit_app
  USING ("readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
-- The reader writes down its own reads, as itself, of what it may read at that moment: SharedSnapshot shows no other.
CREATE POLICY reading ON "SnapshotRead" FOR INSERT TO manumit_app
  WITH CHECK ("readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND "readerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
    AND EXISTS (SELECT 1 FROM "SharedSnapshot" s WHERE s."organizationId" = "SnapshotRead"."organizationId" AND s."id" = "SnapshotRead"."snapshotId"));

-- The organization that was asked sees the request, where it says that it looks from that side: everywhere else requests are one's own.
CREATE POLICY supplier ON "AnswerRequest" FOR SELECT TO manumit_app
  USING ("supplierOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND current_setting('app.side'::text, true) = 'supplier'::text);

-- Which requests went to an address, for the person who proved that it is his. Only app/access asks it.
GRANT SELECT ON "AnswerRequest" TO manumit_search;
CREATE POLICY search ON "AnswerRequest" FOR SELECT TO manumit_search USING (true);
CREATE FUNCTION requests_to_address(address text)
  RETURNS TABLE ("supplierOrganizationId" uuid, "askerOrganizationId" uuid, "invitedAt" timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT "supplierOrganizationId", "organizationId", min("invitedAt") FROM "AnswerRequest"
    WHERE "email" = lower(address) AND "withdrawnAt" IS NULL GROUP BY 1, 2
  $$;
GRANT CREATE ON SCHEMA public TO manumit_search;
ALTER FUNCTION requests_to_address(text) OWNER TO manumit_search;
REVOKE CREATE ON SCHEMA public FROM manumit_search;
REVOKE ALL ON FUNCTION requests_to_address(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION requests_to_address(text) TO manumit_app;
