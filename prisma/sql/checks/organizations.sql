ALTER TABLE "Membership" ADD CONSTRAINT "Membership_role" CHECK ("role" IN ('owner', 'manager', 'auditor', 'reviewer', 'viewer'));
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_role" CHECK ("role" IN ('owner', 'manager', 'auditor', 'reviewer', 'viewer'));
