ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_scan" CHECK ("scan" IN ('not-scanned', 'waiting', 'clean', 'infected', 'failed'));
ALTER TABLE "JobRun" ADD CONSTRAINT "Run_status" CHECK ("status" IN ('waiting', 'running', 'done', 'failed', 'cancelled'));
ALTER TABLE "JobRun" ADD CONSTRAINT "Run_attempt" CHECK ("attempt" BETWEEN 0 AND "attempts");
ALTER TABLE "JobRun" ADD CONSTRAINT "Run_nextAttemptAt" CHECK ("nextAttemptAt" IS NULL OR "attempt" < "attempts");
ALTER TABLE "ReferenceTableEdition" ADD CONSTRAINT "ReferenceTableEdition_confirmed" CHECK (("confirmedAt" IS NULL) = ("hash" IS NULL) AND ("confirmedAt" IS NULL) = ("confirmedById" IS NULL));
ALTER TABLE "ReferenceTableEdition" ADD CONSTRAINT "ReferenceTableEdition_withdrawn" CHECK (
    ("withdrawnAt" IS NULL) = ("withdrawnById" IS NULL) AND ("withdrawnAt" IS NULL) = ("withdrawReason" IS NULL)
    AND ("withdrawnAt" IS NULL OR "confirmedAt" IS NOT NULL));
ALTER TABLE "ReferenceTableEdition" ADD CONSTRAINT "ReferenceTableEdition_hash" CHECK ("hash" IS NULL OR "hash" ~ '^[0-9a-f]{64}$');
