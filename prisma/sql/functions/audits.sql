-- The last day of a party's newest approved audit: others may still be changed, or never happen. Null without one.
CREATE FUNCTION audited_on(organization uuid, party uuid) RETURNS date
  LANGUAGE sql STABLE SET search_path = public, pg_temp
  AS $$
    SELECT max(a."endsOn") FROM "Audit" a WHERE a."organizationId" = organization AND a."partyId" = party AND a."approvedAt" IS NOT NULL
  $$;

-- Each statement that approves, changes, moves or removes audits updates the day of their suppliers.
CREATE FUNCTION date_audits() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE
    touched uuid[];
  BEGIN
    IF TG_OP = 'INSERT' THEN
      SELECT array_agg(DISTINCT a."partyId") INTO touched FROM after_rows a WHERE a."approvedAt" IS NOT NULL;
    ELSIF TG_OP = 'DELETE' THEN
      SELECT array_agg(DISTINCT b."partyId") INTO touched FROM before_rows b WHERE b."approvedAt" IS NOT NULL;
    ELSE
      SELECT array_agg(DISTINCT t.party) INTO touched
      FROM after_rows a JOIN before_rows b ON b."organizationId" = a."organizationId" AND b."id" = a."id",
        LATERAL (VALUES (a."partyId"), (b."partyId")) AS t(party)
      WHERE (a."partyId", a."endsOn", a."approvedAt" IS NULL) IS DISTINCT FROM (b."partyId", b."endsOn", b."approvedAt" IS NULL);
    END IF;
    IF touched IS NULL THEN
      RETURN NULL;
    END IF;
    -- Two at once take the rows in one order, and the second reads what the first has written.
    PERFORM 1 FROM "Supplier" s WHERE s."partyId" = ANY(touched) ORDER BY s."partyId" FOR NO KEY UPDATE;
    UPDATE "Supplier" s SET "auditedOn" = audited_on(s."organizationId", s."partyId")
    WHERE s."partyId" = ANY(touched) AND s."auditedOn" IS DISTINCT FROM audited_on(s."organizationId", s."partyId");
    RETURN NULL;
  END $$;
CREATE TRIGGER "Audit_date_insert" AFTER INSERT ON "Audit" REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION date_audits();
CREATE TRIGGER "Audit_date_update" AFTER UPDATE ON "Audit" REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION date_audits();
CREATE TRIGGER "Audit_date_delete" AFTER DELETE ON "Audit" REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION date_audits();

-- Audits and reports name an entered requirement as it was: the application confirms or withdraws it once, and never changes or deletes it.
CREATE FUNCTION keep_entered_requirement() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    decided CONSTANT text[] := ARRAY['confirmedById', 'confirmedAt', 'withdrawnById', 'withdrawnAt', 'withdrawnReason'];
  BEGIN
    IF current_user = 'manumit_app' THEN
      IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'An entered requirement is kept' USING ERRCODE = 'restrict_violation'; END IF;
      IF (to_jsonb(NEW) - decided) IS DISTINCT FROM (to_jsonb(OLD) - decided)
        OR (OLD."confirmedAt" IS NOT NULL AND NEW."confirmedAt" IS DISTINCT FROM OLD."confirmedAt")
        OR OLD."withdrawnAt" IS NOT NULL
      THEN RAISE EXCEPTION 'An entered requirement is not changed' USING ERRCODE = 'restrict_violation'; END IF;
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER keep_entered AFTER UPDATE OR DELETE ON "EnteredRequirement" FOR EACH ROW EXECUTE FUNCTION keep_entered_requirement();
