-- A tested covenant is never changed, and is ended, not deleted (except with its whole deal).
CREATE FUNCTION keep_tested_covenant() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "CovenantTest" t WHERE t."organizationId" = OLD."organizationId" AND t."covenantId" = OLD."id") THEN
    IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - ARRAY['nextDueOn', 'endedOn', 'endReason', 'endedById'])
      <> (to_jsonb(OLD) - ARRAY['nextDueOn', 'endedOn', 'endReason', 'endedById'])
    THEN RAISE EXCEPTION 'a covenant that was tested is not changed'; END IF;
    IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM "Deal" t WHERE t."organizationId" = OLD."organizationId" AND t."id" = OLD."dealId")
    THEN RAISE EXCEPTION 'a covenant that was tested is ended, not deleted'; END IF;
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
-- After a change, so that policies and keys are checked first; before a deletion, which deletes the results too.
CREATE TRIGGER keep_changed_covenant AFTER UPDATE ON "Covenant" FOR EACH ROW EXECUTE FUNCTION keep_tested_covenant();
CREATE TRIGGER keep_deleted_covenant BEFORE DELETE ON "Covenant" FOR EACH ROW EXECUTE FUNCTION keep_tested_covenant();

-- Two people agree before an untested covenant ends or a breach is remedied.
CREATE FUNCTION agreed_by_two() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE wanted TEXT; found BOOLEAN;
BEGIN
  IF TG_TABLE_NAME = 'Covenant' THEN
    IF TG_OP = 'UPDATE' AND (NEW."endedOn" IS NULL OR OLD."endedOn" IS NOT NULL) THEN RETURN NEW; END IF;
    IF EXISTS (SELECT 1 FROM "CovenantTest" t WHERE t."organizationId" = OLD."organizationId" AND t."covenantId" = OLD."id" AND t."result" <> 'not-tested')
    THEN RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END; END IF;
    -- With its deal it goes all the same.
    IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM "Deal" t WHERE t."organizationId" = OLD."organizationId" AND t."id" = OLD."dealId")
    THEN RETURN OLD; END IF;
    wanted := CASE TG_OP WHEN 'DELETE' THEN 'covenant-deletion' ELSE 'covenant-end' END;
    SELECT EXISTS (SELECT 1 FROM "Approval" p WHERE p."organizationId" = OLD."organizationId" AND p."covenantId" = OLD."id"
      AND p."kind" = wanted AND p."state" = 'approved') INTO found;
    IF NOT found THEN RAISE EXCEPTION 'a covenant that was never tested goes or ends by two people'; END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF NEW."status" <> 'remedied' OR OLD."status" = 'remedied' THEN RETURN NEW; END IF;
  IF NOT EXISTS (SELECT 1 FROM "Approval" p WHERE p."organizationId" = NEW."organizationId" AND p."breachId" = NEW."id"
    AND p."kind" = 'breach-remedy' AND p."state" = 'approved')
  THEN RAISE EXCEPTION 'a breach is remedied by two people'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER end_covenant_by_two AFTER UPDATE ON "Covenant" FOR EACH ROW EXECUTE FUNCTION agreed_by_two();
CREATE TRIGGER delete_covenant_by_two BEFORE DELETE ON "Covenant" FOR EACH ROW EXECUTE FUNCTION agreed_by_two();
CREATE TRIGGER remedy_by_two AFTER UPDATE ON "CovenantBreach" FOR EACH ROW EXECUTE FUNCTION agreed_by_two();
