-- A policy on SensitiveCaseMember cannot ask SensitiveCaseMember who is assigned: that would never end. Policies ask these two functions, which answer about the
-- caller alone, and whether a case has members at all; only the first members of a new case are added by a person who is not assigned.
CREATE FUNCTION is_assigned(case_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT EXISTS (
      SELECT 1 FROM "SensitiveCaseMember"
      WHERE "organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
        AND "caseId" = case_id
        AND "userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
        AND "endedAt" IS NULL
    )
  $$;
REVOKE ALL ON FUNCTION is_assigned(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_assigned(uuid) TO manumit_app;

CREATE FUNCTION is_unassigned(case_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT NOT EXISTS (SELECT 1 FROM "SensitiveCaseMember" WHERE "caseId" = case_id) $$;
REVOKE ALL ON FUNCTION is_unassigned(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_unassigned(uuid) TO manumit_app;

-- For the queue, which then works as each of these people and reads what they may read. Not for manumit_app.
CREATE FUNCTION people_of_cases() RETURNS TABLE ("organizationId" uuid, "userId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT DISTINCT "organizationId", "userId" FROM "SensitiveCaseMember" WHERE "endedAt" IS NULL ORDER BY 1, 2 $$;
REVOKE ALL ON FUNCTION people_of_cases() FROM PUBLIC;

-- At least two people remain assigned.
CREATE FUNCTION keep_two_assigned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM "SensitiveCaseMember" WHERE "organizationId" = NEW."organizationId" AND "caseId" = NEW."caseId" AND "endedAt" IS NULL) < 3 THEN
    RAISE EXCEPTION 'two people at least stay assigned' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_two_assigned BEFORE UPDATE OF "endedAt" ON "SensitiveCaseMember" FOR EACH ROW
  WHEN (OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL) EXECUTE FUNCTION keep_two_assigned();
