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
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_kind" CHECK ("kind" IN ('check', 'finding', 'photo', 'signature', 'tally', 'hours', 'wage', 'note', 'meeting', 'practice', 'element', 'revisit', 'explanation', 'planLine', 'signedPlan'));
ALTER TABLE "AuditChecklist" ADD CONSTRAINT "AuditChecklist_position" CHECK ("position" >= 1);
