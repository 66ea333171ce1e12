-- The list of suppliers is sorted by rank, by the child labour score and by alerts: each order is one column with an index, so that paging stays by keyset.
ALTER TABLE "Supplier" ADD COLUMN "alertOrder" INTEGER;
-- By the riskier end of the range, then by the other. Double precision, since its comparisons are leakproof and an index serves them under row-level security.
ALTER TABLE "Supplier" ADD COLUMN "placeOrder" DOUBLE PRECISION GENERATED ALWAYS AS ("placeBest" + "placeWorst"::float8 / 100000000) STORED;

CREATE INDEX "Supplier_organizationId_alertOrder_partyId_idx" ON "Supplier"("organizationId", "alertOrder", "partyId");
CREATE INDEX "Supplier_organizationId_placeOrder_partyId_idx" ON "Supplier"("organizationId", "placeOrder", "partyId");
CREATE INDEX "Supplier_organizationId_childScore_partyId_idx" ON "Supplier"("organizationId", "childScore", "partyId");

-- How serious the current alerts of a party are: the most serious first, then of how many kinds they are, then how many. Null without one.
CREATE FUNCTION alert_order(organization uuid, party uuid) RETURNS integer
  LANGUAGE sql STABLE SET search_path = public, pg_temp
  AS $$
    SELECT (100 - LEAST(min(a."rank"), 99)) * 1000000 + LEAST(count(DISTINCT a."kind"), 999)::int * 1000 + LEAST(count(*), 999)::int
    FROM "Alert" a
    WHERE a."organizationId" = organization AND a."partyId" = party AND a."endedAt" IS NULL AND a."status" <> 'dismissed'
    HAVING count(*) > 0
  $$;

-- Each statement that raises, ends, decides or moves alerts brings the order of their suppliers up to date. What changes only the day on which an alert was last seen does not.
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

-- Suppliers that have alerts already. The owner is under row-level security too, but for this transaction.
ALTER TABLE "Supplier" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "Alert" NO FORCE ROW LEVEL SECURITY;
UPDATE "Supplier" s SET "alertOrder" = alert_order(s."organizationId", s."partyId")
WHERE EXISTS (SELECT FROM "Alert" a WHERE a."organizationId" = s."organizationId" AND a."partyId" = s."partyId");
ALTER TABLE "Alert" FORCE ROW LEVEL SECURITY;
ALTER TABLE "Supplier" FORCE ROW LEVEL SECURITY;

CREATE TRIGGER "Alert_order_insert" AFTER INSERT ON "Alert" REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION order_alerts();
CREATE TRIGGER "Alert_order_update" AFTER UPDATE ON "Alert" REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION order_alerts();
CREATE TRIGGER "Alert_order_delete" AFTER DELETE ON "Alert" REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION order_alerts();
