-- A run says which try of how many it is at, and when one that stopped is tried again.

-- AlterTable
ALTER TABLE "Run" ADD COLUMN     "attempt" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "nextAttemptAt" TIMESTAMPTZ(3);

ALTER TABLE "Run" ADD CONSTRAINT "Run_attempt" CHECK ("attempt" BETWEEN 0 AND "attempts");
ALTER TABLE "Run" ADD CONSTRAINT "Run_nextAttemptAt" CHECK ("nextAttemptAt" IS NULL OR "attempt" < "attempts");
