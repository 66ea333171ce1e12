ALTER TABLE "SharedFile" ADD CONSTRAINT "SharedFile_variant" CHECK ("variant" IN ('original', 'redacted'));
ALTER TABLE "SharedFile" ADD CONSTRAINT "SharedFile_scan" CHECK ("scan" IN ('clean', 'not-scanned'));
ALTER TABLE "SharedAccess" ADD CONSTRAINT "AccessGrant_status" CHECK ("status" IN ('offered', 'accepted', 'refused', 'revoked'));
ALTER TABLE "SharedAccess" ADD CONSTRAINT "AccessGrant_purpose" CHECK ("purpose" IN ('buyer', 'auditor', 'lender'));
ALTER TABLE "SharedAccess" ADD CONSTRAINT "AccessGrant_accepted" CHECK ("status" <> 'accepted' OR ("acceptedAt" IS NOT NULL AND "recipientOrganizationId" IS NOT NULL));
ALTER TABLE "SharedAccess" ADD CONSTRAINT "AccessGrant_email" CHECK ("recipientEmail" = lower("recipientEmail") AND position('@' IN "recipientEmail") > 1);
-- A shared report is named.
ALTER TABLE "SharedAccess" ADD CONSTRAINT "AccessGrant_report" CHECK (("auditReportId" IS NULL) = ("reportTitle" IS NULL));
ALTER TABLE "SharedAccess" ADD CONSTRAINT "AccessGrant_commission" CHECK ("commissionId" IS NULL OR "auditReportId" IS NOT NULL);
ALTER TABLE "AccessRequest" ADD CONSTRAINT "AccessRequest_status" CHECK ("status" IN ('open', 'granted', 'refused', 'withdrawn'));
ALTER TABLE "AccessRequest" ADD CONSTRAINT "AccessRequest_purpose" CHECK ("purpose" IN ('buyer', 'auditor', 'lender'));
