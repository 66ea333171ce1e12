-- A review is signed off, where the organization wants it by a second person; what was sent before is superseded, not taken back.

-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "isSignedOffBySecond" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Assessment" ADD COLUMN     "unreviewedAtApproval" INTEGER;

-- AlterTable
ALTER TABLE "SharedSnapshot" ADD COLUMN     "isGranted" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "supersededAt" TIMESTAMPTZ(3);
UPDATE "SharedSnapshot" s SET "isGranted" = true FROM "AccessGrant" g WHERE g."organizationId" = s."organizationId" AND g."snapshotId" = s."id";

-- What is signed off says who did it and when; whatever opens the answers again, or sends new ones, ends it.
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_approved" CHECK (("status" = 'approved') = ("approvedAt" IS NOT NULL) AND ("approvedAt" IS NULL) = ("approvedById" IS NULL));
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_unreviewed" CHECK ("unreviewedAtApproval" IS NULL OR ("unreviewedAtApproval" >= 0 AND "approvedAt" IS NOT NULL));
ALTER TABLE "SharedSnapshot" ADD CONSTRAINT "SharedSnapshot_superseded" CHECK ("supersededAt" >= "createdAt");

-- Sending anew supersedes what was sent before, of which the recipient reads on.
GRANT UPDATE ("supersededAt") ON "SharedSnapshot" TO manumit_respondent;
