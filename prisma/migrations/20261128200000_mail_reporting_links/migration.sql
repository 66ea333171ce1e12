-- AlterTable
ALTER TABLE "ReportingAccess" ADD COLUMN     "bouncedAt" TIMESTAMPTZ(3),
ADD COLUMN     "email" TEXT,
ADD COLUMN     "remindedAt" TIMESTAMPTZ(3);

-- Who is reminded or could not be reached has an address.
ALTER TABLE "ReportingAccess" ADD CONSTRAINT "ReportingAccess_letters" CHECK ("email" IS NOT NULL OR ("remindedAt" IS NULL AND "bouncedAt" IS NULL));
