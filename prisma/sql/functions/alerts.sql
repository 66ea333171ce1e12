-- How serious the current alerts of a party are: by the most serious, then by the number of kinds, then by their number. Null without an alert.
CREATE FUNCTION alert_order(organization uuid, party uuid) RETURNS integer
  LANGUAGE sql STABLE SET search_path = public, pg_temp
  AS $$
    SELECT (100 - LEAST(min(a."rank"), 99)) * 1000000 + LEAST(count(DISTINCT a."kind"), 999)::int * 1000 + LEAST(count(*), 999)::int
    FROM "Alert" a
    WHERE a."organizationId" = organization AND a."partyId" = party AND a."endedAt" IS NULL AND a."status" <> 'dismissed'
    HAVING count(*) > 0
  $$;

-- Each statement that raises, ends, decides or moves alerts updates the order of their suppliers, except where only the day last seen changes.
CREATE FUNCTION order_alerts() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE
    touched uuid[];
  BEGIN
    IF TG_OP = 'INSERT' THEN
      SELECT array_agg(DISTINCT a."partyId") INTO touched FROM after_rows a;
    ELSIF TG_OP = 'DELETE' THEN
      SELECT array_agg(DISTINCT b."partyId") INTO touched FROM before_rows b;
    ELSE
      SELECT array_agg(DISTINCT t.party) INTO touched
      FROM after_rows a JOIN before_rows b ON b."organizationId" = a."organizationId" AND b."id" = a."id",
        LATERAL (VALUES (a."partyId"), (b."partyId")) AS t(party)
      WHERE (a."partyId", a."kind", a."rank", a."status", a."endedAt" IS NULL)
        IS DISTINCT FROM (b."partyId", b."kind", b."rank", b."status", b."endedAt" IS NULL);
    END IF;
    IF touched IS NULL THEN
      RETURN NULL;
    END IF;
    -- Two at once take the rows in one order, and the second counts what the first has written.
    PERFORM 1 FROM "Supplier" s WHERE s."partyId" = ANY(touched) ORDER BY s."partyId" FOR NO KEY UPDATE;
    UPDATE "Supplier" s SET "alertOrder" = alert_order(s."organizationId", s."partyId")
    WHERE s."partyId" = ANY(touched) AND s."alertOrder" IS DISTINCT FROM alert_order(s."organizationId", s."partyId");
    RETURN NULL;
  END $$;
CREATE TRIGGER "Alert_order_insert" AFTER INSERT ON "Alert" REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION order_alerts();
CREATE TRIGGER "Alert_order_update" AFTER UPDATE ON "Alert" REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION order_alerts();
CREATE TRIGGER "Alert_order_delete" AFTER DELETE ON "Alert" REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION order_alerts();
