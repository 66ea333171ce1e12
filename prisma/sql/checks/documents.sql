ALTER TABLE "SigningKey" ADD CONSTRAINT "SigningKey_fingerprint" CHECK ("fingerprint" ~ '^[0-9a-f]{64}$');
ALTER TABLE "ReportSignature" ADD CONSTRAINT "ReportSignature_hash" CHECK ("reportHash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "IssuedFile" ADD CONSTRAINT "IssuedFile_hashes" CHECK ("reportHash" ~ '^[0-9a-f]{64}$' AND "sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "ReportNotice" ADD CONSTRAINT "ReportNotice_hash" CHECK ("reportHash" ~ '^[0-9a-f]{64}$');
-- Every holder of the report reads the reason: one of a list without anything about a person.
ALTER TABLE "ReportNotice" ADD CONSTRAINT "ReportNotice_reason" CHECK ("reason" IN ('error', 'new-information', 'issued-by-mistake', 'not-stated'));
ALTER TABLE "ReportNotice" ADD CONSTRAINT "ReportNotice_kind" CHECK (("kind" = 'withdrawn' AND "correctedBy" IS NULL)
      OR ("kind" = 'corrected' AND "correctedBy" IS NOT NULL AND "correctedBy" ~ '^[0-9a-f]{64}$' AND "correctedBy" <> "reportHash"));
ALTER TABLE "AuditReport" ADD CONSTRAINT "AuditReport_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "LenderReport" ADD CONSTRAINT "LenderReport_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$');
-- An annual report has no deal, a review has one, a monitoring report has one and a period.
ALTER TABLE "LenderReport" ADD CONSTRAINT "LenderReport_kind" CHECK (("kind" = 'yearly' AND "year" BETWEEN 2003 AND 2200 AND "dealId" IS NULL AND "periodFrom" IS NULL)
      OR ("kind" = 'due-diligence' AND "year" IS NULL AND "dealId" IS NOT NULL AND "periodFrom" IS NULL)
      OR ("kind" = 'monitoring' AND "year" IS NULL AND "dealId" IS NOT NULL AND "periodFrom" IS NOT NULL));
