ALTER TABLE "Audit" ADD CONSTRAINT "Audit_type" CHECK ("type" IN ('initial', 'periodic', 'follow-up'));
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_announcement" CHECK ("announcement" IN ('announced', 'semi-announced', 'unannounced'));
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_status" CHECK ("status" IN ('planned', 'on-site', 'in-review', 'approved', 'cancelled'));
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_days" CHECK ("endsOn" >= "startsOn" AND "personDays" > 0);
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_follows" CHECK ("type" <> 'follow-up' OR "previousAuditId" IS NOT NULL);
-- Concluded and approved by two people.
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_four_eyes" CHECK ("approvedById" IS NULL OR ("concludedById" IS NOT NULL AND "approvedById" <> "concludedById"));
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_approved" CHECK (("status" = 'approved') = ("approvedAt" IS NOT NULL));
ALTER TABLE "AuditMember" ADD CONSTRAINT "AuditMember_part" CHECK ("part" IN ('lead', 'assessor', 'interpreter', 'observer'));
ALTER TABLE "AuditMember" ADD CONSTRAINT "AuditMember_declaration" CHECK ("declaration" IN ('independent', 'interest') AND ("declaration" <> 'interest' OR "interest" <> ''));
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_kind" CHECK ("kind" IN ('check', 'finding', 'photo', 'signature', 'tally', 'hours', 'wage', 'note', 'meeting', 'practice', 'element', 'revisit', 'explanation', 'narrative', 'requirement', 'review-reply', 'planLine', 'signedPlan'));
ALTER TABLE "AuditChecklist" ADD CONSTRAINT "AuditChecklist_position" CHECK ("position" >= 1);
ALTER TABLE "AuditSampleFile" ADD CONSTRAINT "AuditSampleFile_kind" CHECK ("kind" IN ('hours', 'wage'));
ALTER TABLE "AuditSampleFile" ADD CONSTRAINT "AuditSampleFile_status" CHECK ("status" IN ('proposed', 'added', 'withdrawn', 'discarded'));
ALTER TABLE "AuditSampleFile" ADD CONSTRAINT "AuditSampleFile_hash" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
-- What was read of a file is kept only until it is added or discarded.
ALTER TABLE "AuditSampleFile" ADD CONSTRAINT "AuditSampleFile_staged" CHECK ("status" = 'proposed' OR "staged" IS NULL);
ALTER TABLE "EnteredRequirement" ADD CONSTRAINT "EnteredRequirement_four_eyes" CHECK ("confirmedById" IS NULL OR "confirmedById" <> "enteredById");
ALTER TABLE "EnteredRequirement" ADD CONSTRAINT "EnteredRequirement_confirmed" CHECK (("confirmedById" IS NULL) = ("confirmedAt" IS NULL));
ALTER TABLE "EnteredRequirement" ADD CONSTRAINT "EnteredRequirement_withdrawn" CHECK (("withdrawnById" IS NULL) = ("withdrawnAt" IS NULL));
ALTER TABLE "EnteredRequirement" ADD CONSTRAINT "EnteredRequirement_valid" CHECK ("validUntil" IS NULL OR "validFrom" IS NULL OR "validUntil" >= "validFrom");
ALTER TABLE "EnteredRequirement" ADD CONSTRAINT "EnteredRequirement_limit" CHECK ("limitKind" IN ('weekly-hours', 'overtime-rate', 'deduction-share', 'hourly-minimum'));
ALTER TABLE "EnteredRequirement" ADD CONSTRAINT "EnteredRequirement_limit_value" CHECK (("limitKind" IS NULL) = ("limitValue" IS NULL));
-- A comment has a text and, unless it is about the record as a whole, a subject; a withdrawal names the comment that it ends.
ALTER TABLE "AuditComment" ADD CONSTRAINT "AuditComment_kind" CHECK (
  CASE "kind"
    WHEN 'record' THEN "about" IS NULL AND btrim("text") <> ''
    WHEN 'question' THEN "about" <> '' AND btrim("text") <> ''
    WHEN 'finding' THEN "about" <> '' AND btrim("text") <> ''
    WHEN 'withdrawal' THEN "about" <> '' AND "text" = ''
    ELSE FALSE
  END IS TRUE
);
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_type" CHECK ("type" IN ('initial', 'periodic', 'follow-up'));
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_announcement" CHECK ("announcement" IN ('announced', 'semi-announced', 'unannounced'));
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_payer" CHECK ("payer" IN ('buyer', 'site', 'other'));
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_status" CHECK ("status" IN ('sent', 'question', 'accepted', 'planned', 'reported', 'declined', 'withdrawn'));
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_wanted" CHECK ("wantedTo" >= "wantedFrom");
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_agreed" CHECK (
  "status" NOT IN ('accepted', 'planned', 'reported') OR ("startsOn" IS NOT NULL AND "endsOn" >= "startsOn" AND "firmOrganizationId" IS NOT NULL)
);
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_declined" CHECK (("status" = 'declined') = ("declineReason" IS NOT NULL));
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_email" CHECK ("firmEmail" = lower("firmEmail") AND position('@' IN "firmEmail") > 1);
-- What the firm writes for a client of its own is accepted by itself.
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_client" CHECK ("clientId" IS NULL OR "firmOrganizationId" = "organizationId");
ALTER TABLE "CommissionMessage" ADD CONSTRAINT "CommissionMessage_side" CHECK ("side" IN ('buyer', 'firm'));
ALTER TABLE "AuditClient" ADD CONSTRAINT "AuditClient_kind" CHECK ("kind" IN ('company', 'lender', 'other'));
ALTER TABLE "CommissionPlan" ADD CONSTRAINT "CommissionPlan_days" CHECK ("endsOn" >= "startsOn" AND ("personDays" IS NULL OR "personDays" > 0));
ALTER TABLE "CommissionAuditor" ADD CONSTRAINT "CommissionAuditor_part" CHECK ("part" IN ('lead', 'assessor', 'interpreter', 'observer'));
ALTER TABLE "ConflictDecision" ADD CONSTRAINT "ConflictDecision_code" CHECK (
  "code" IN ('site-pays', 'earlier-consulting', 'rotation', 'member-of-buyer', 'member-of-supplier')
);
-- Proposed and decided by two people.
ALTER TABLE "ConflictDecision" ADD CONSTRAINT "ConflictDecision_four_eyes" CHECK ("decidedById" IS NULL OR "decidedById" <> "proposedById");
ALTER TABLE "ConflictDecision" ADD CONSTRAINT "ConflictDecision_decided" CHECK (
  ("isAccepted" IS NULL) = ("decidedById" IS NULL) AND ("decidedById" IS NULL) = ("decidedAt" IS NULL)
);
ALTER TABLE "ConsultingService" ADD CONSTRAINT "ConsultingService_kind" CHECK ("kind" IN ('consulting', 'training', 'remediation', 'other'));
ALTER TABLE "ConsultingService" ADD CONSTRAINT "ConsultingService_days" CHECK ("endedOn" IS NULL OR "endedOn" >= "startedOn");
ALTER TABLE "AuditorCredential" ADD CONSTRAINT "AuditorCredential_kind" CHECK (
  "kind" IN ('apsca-csca', 'apsca-asca', 'apsca-ra', 'sa8000-lead', 'iso-45001-lead', 'interpreter', 'other')
);
ALTER TABLE "AuditorCredential" ADD CONSTRAINT "AuditorCredential_days" CHECK ("validFrom" IS NULL OR "validUntil" >= "validFrom");
ALTER TABLE "AuditorAbsence" ADD CONSTRAINT "AuditorAbsence_kind" CHECK ("kind" IN ('leave', 'travel', 'training', 'other'));
ALTER TABLE "AuditorAbsence" ADD CONSTRAINT "AuditorAbsence_days" CHECK ("endsOn" >= "startsOn");
