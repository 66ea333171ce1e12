-- A proposal is decided once, never changed otherwise, and once decided is deleted only with its subject. An accepted gate point is revoked once.
CREATE FUNCTION keep_approval() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."state" <> 'open' AND EXISTS (SELECT 1 FROM "Organization" o WHERE o."id" = OLD."organizationId")
      AND (EXISTS (SELECT 1 FROM "Party" s WHERE s."organizationId" = OLD."organizationId" AND s."id" = OLD."partyId")
        OR EXISTS (SELECT 1 FROM "CorrectiveAction" s WHERE s."organizationId" = OLD."organizationId" AND s."id" = OLD."actionId")
        OR EXISTS (SELECT 1 FROM "Covenant" s WHERE s."organizationId" = OLD."organizationId" AND s."id" = OLD."covenantId")
        OR EXISTS (SELECT 1 FROM "CovenantBreach" s WHERE s."organizationId" = OLD."organizationId" AND s."id" = OLD."breachId")
        OR EXISTS (SELECT 1 FROM "SensitiveCase" s WHERE s."organizationId" = OLD."organizationId" AND s."id" = OLD."caseId")
        OR EXISTS (SELECT 1 FROM "ConsultantCheck" s WHERE s."organizationId" = OLD."organizationId" AND s."id" = OLD."checkId")
        OR EXISTS (SELECT 1 FROM "Audit" s WHERE s."organizationId" = OLD."organizationId" AND s."id" = OLD."auditId"))
    THEN RAISE EXCEPTION 'a decided approval is not deleted'; END IF;
    RETURN OLD;
  END IF;
  IF OLD."state" = 'approved' AND NEW."state" = 'revoked' AND (to_jsonb(NEW) - ARRAY['state', 'revokedById', 'revokedAt', 'revokeReason'])
    = (to_jsonb(OLD) - ARRAY['state', 'revokedById', 'revokedAt', 'revokeReason'])
  THEN RETURN NEW; END IF;
  IF OLD."state" <> 'open' OR NEW."state" = 'revoked' OR (to_jsonb(NEW) - ARRAY['state', 'decidedById', 'decidedAt', 'decisionNote'])
    <> (to_jsonb(OLD) - ARRAY['state', 'decidedById', 'decidedAt', 'decisionNote'])
  THEN RAISE EXCEPTION 'an approval is decided once'; END IF;
  RETURN NEW;
END $$;
-- After a change, so that policies and keys are checked first; before a deletion, while the subject can be looked up.
CREATE TRIGGER keep_changed_approval AFTER UPDATE ON "Approval" FOR EACH ROW EXECUTE FUNCTION keep_approval();
CREATE TRIGGER keep_deleted_approval BEFORE DELETE ON "Approval" FOR EACH ROW EXECUTE FUNCTION keep_approval();
