ALTER TABLE "SigningKey" ADD CONSTRAINT "SigningKey_fingerprint" CHECK ("fingerprint" ~ '^[0-9a-f]{64}$');
ALTER TABLE "SignatureAddition" ADD CONSTRAINT "SignatureAddition_kind" CHECK ("kind" IN ('person', 'time-stamp'));
ALTER TABLE "SignatureAddition" ADD CONSTRAINT "SignatureAddition_fingerprint" CHECK ("fingerprint" ~ '^[0-9a-f]{64}$');
ALTER TABLE "SignatureAddition" ADD CONSTRAINT "SignatureAddition_personal" CHECK ("personalId" IS NULL OR "kind" = 'person');
ALTER TABLE "PersonalSigningKey" ADD CONSTRAINT "PersonalSigningKey_protection" CHECK ("protection" IN ('passkey-secret', 'passkey-check'));
ALTER TABLE "PersonalSigningKey" ADD CONSTRAINT "PersonalSigningKey_fingerprint" CHECK ("fingerprint" ~ '^[0-9a-f]{64}$');
ALTER TABLE "PersonalSigningKey" ADD CONSTRAINT "PersonalSigningKey_revoked" CHECK (("revokedAt" IS NULL) = ("revokedById" IS NULL));
ALTER TABLE "PersonalSignature" ADD CONSTRAINT "PersonalSignature_protection" CHECK ("protection" IN ('passkey-secret', 'passkey-check'));
-- The passkey signed the hash of exactly this statement.
ALTER TABLE "PersonalSignature" ADD CONSTRAINT "PersonalSignature_challenge" CHECK (
  "challenge" = rtrim(translate(encode(sha256(convert_to("statement", 'UTF8')), 'base64'), '+/', '-_'), '=')
);
-- Exactly the subject of the kind; a year and a board paper of the organization have none.
ALTER TABLE "FrozenDocument" ADD CONSTRAINT "FrozenDocument_subject" CHECK (
  num_nonnulls("responseId", "auditId", "dealId", "monitoringReportId") = ("kind" NOT IN ('yearly', 'board-paper'))::int AND CASE "kind"
    WHEN 'assessment' THEN "responseId" IS NOT NULL AND "item" = ''
    WHEN 'audit' THEN "auditId" IS NOT NULL AND "item" = ''
    WHEN 'yearly' THEN "item" ~ '^[0-9]{4}$' AND "item" BETWEEN '2003' AND '2200'
    WHEN 'board-paper' THEN "item" = ''
    WHEN 'due-diligence' THEN "dealId" IS NOT NULL AND "item" = ''
    WHEN 'monitoring' THEN "dealId" IS NOT NULL AND "item" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
    WHEN 'esap' THEN "dealId" IS NOT NULL AND "item" = ''
    WHEN 'client-report' THEN "monitoringReportId" IS NOT NULL AND "item" = ''
    WHEN 'answers' THEN "responseId" IS NOT NULL AND "item" = ''
    WHEN 'shared-audit-report' THEN "auditId" IS NOT NULL AND "item" = ''
    WHEN 'published-result' THEN "auditId" IS NOT NULL AND "item" ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    ELSE FALSE
  END
);
ALTER TABLE "FrozenDocument" ADD CONSTRAINT "FrozenDocument_hash" CHECK (
  "hash" ~ '^[0-9a-f]{64}$' AND ("content" ->> 'hash' IS NULL OR "content" ->> 'hash' = "hash")
);
-- The first version of a subject supersedes none.
ALTER TABLE "FrozenDocument" ADD CONSTRAINT "FrozenDocument_version" CHECK (
  "version" >= 1 AND ("version" > 1 OR "supersedesId" IS NULL) AND "supersedesId" <> "id"
);
ALTER TABLE "DocumentFile" ADD CONSTRAINT "DocumentFile_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "DocumentWithdrawal" ADD CONSTRAINT "DocumentWithdrawal_kind" CHECK (
  ("kind" = 'withdrawn' AND "correctedById" IS NULL) OR ("kind" = 'corrected' AND "correctedById" IS NOT NULL AND "correctedById" <> "documentId")
);
-- Every reader of a report sees the reason: one of a list without anything about a person. A published result shows the publisher's own text.
ALTER TABLE "DocumentWithdrawal" ADD CONSTRAINT "DocumentWithdrawal_reason" CHECK (CASE "documentKind"
  WHEN 'published-result' THEN "kind" = 'withdrawn' AND btrim("reason") <> ''
  ELSE "documentKind" IN ('assessment', 'audit', 'yearly', 'due-diligence', 'monitoring', 'board-paper')
    AND "reason" IN ('error', 'new-information', 'issued-by-mistake', 'not-stated')
END);
ALTER TABLE "DocumentRecipient" ADD CONSTRAINT "DocumentRecipient_role" CHECK ("role" IN ('buyer', 'auditor', 'lender'));
ALTER TABLE "DocumentRecipient" ADD CONSTRAINT "DocumentRecipient_superseded" CHECK ("supersededAt" >= "createdAt");
ALTER TABLE "DocumentRead" ADD CONSTRAINT "DocumentRead_how" CHECK ("how" IN ('page', 'json', 'csv', 'xlsx', 'pdf', 'report', 'file'));
ALTER TABLE "DocumentRead" ADD CONSTRAINT "DocumentRead_times" CHECK ("times" >= 1);
