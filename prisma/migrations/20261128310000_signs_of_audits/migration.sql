-- An override may follow from the signs of an approved audit: which one, and what the signs were read as.

-- AlterTable
ALTER TABLE "GivenOverride" ADD COLUMN     "auditId" UUID,
ADD COLUMN     "reading" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "GivenOverride_organizationId_auditId_key" ON "GivenOverride"("organizationId", "auditId");

-- AddForeignKey
ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_organizationId_auditId_fkey" FOREIGN KEY ("organizationId", "auditId") REFERENCES "Audit"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_reading" CHECK ("reading" IS NULL OR "auditId" IS NOT NULL);
ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_signs" CHECK ("auditId" IS NULL OR "code" = 'O2');
