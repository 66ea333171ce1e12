-- Reports on audits as papers: what stood when one was approved, a report granted to others, later words of a finding at its site, links asked for anew.

-- AlterTable
ALTER TABLE "AccessGrant" ADD COLUMN     "auditReportId" UUID,
ADD COLUMN     "reportTitle" TEXT;

-- AlterTable
ALTER TABLE "Audit" ADD COLUMN     "contact" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "licences" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "place" JSONB;

-- AlterTable
ALTER TABLE "Finding" ADD COLUMN     "amendedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "SharedFinding" ADD COLUMN     "rewordedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "SiteAccess" ADD COLUMN     "askedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "SharedWording" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "shareId" UUID NOT NULL,
    "findingId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SharedWording_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateIndex
CREATE INDEX "SharedWording_organizationId_shareId_findingId_until_idx" ON "SharedWording"("organizationId", "shareId", "findingId", "until");

-- CreateIndex
CREATE INDEX "AccessGrant_organizationId_auditReportId_idx" ON "AccessGrant"("organizationId", "auditReportId");

-- AddForeignKey
ALTER TABLE "AccessGrant" ADD CONSTRAINT "AccessGrant_organizationId_auditReportId_fkey" FOREIGN KEY ("organizationId", "auditReportId") REFERENCES "AuditReport"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedWording" ADD CONSTRAINT "SharedWording_organizationId_shareId_findingId_fkey" FOREIGN KEY ("organizationId", "shareId", "findingId") REFERENCES "SharedFinding"("organizationId", "shareId", "findingId") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SharedWording" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "SharedWording" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "SharedWording"
  USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
CREATE POLICY site ON "SharedWording" AS RESTRICTIVE TO manumit_respondent
  USING ("shareId" = (NULLIF(current_setting('app.share_id'::text, true), ''::text))::uuid);
-- What a site once read is added and never changed.
GRANT SELECT, INSERT ON "SharedWording" TO manumit_app;
GRANT SELECT ON "SharedWording" TO manumit_respondent;
ALTER TABLE "SharedWording" ADD CONSTRAINT "SharedWording_words" CHECK (btrim("text") <> '');
ALTER TABLE "SharedWording" ADD CONSTRAINT "SharedWording_grade" CHECK ("grade" IN ('critical', 'major', 'moderate', 'minor'));

-- A report is shared by its name.
ALTER TABLE "AccessGrant" ADD CONSTRAINT "AccessGrant_report" CHECK (("auditReportId" IS NULL) = ("reportTitle" IS NULL));

-- What was found of an earlier finding when it was looked at again on site.
ALTER TABLE "AuditEntry" DROP CONSTRAINT "AuditEntry_kind";
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_kind" CHECK ("kind" IN ('check', 'finding', 'photo', 'signature', 'tally', 'hours', 'wage', 'note', 'meeting', 'practice', 'element', 'revisit'));
