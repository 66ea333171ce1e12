-- Method 2: scores are points of log-odds without ends, rest on a basis from A to E, and have a range of places among all scored suppliers.
-- Scores of method 1 stay as documents in "Score"; the columns of the list show them no more, and are filled when the organization is scored anew.
ALTER TABLE "Supplier" NO FORCE ROW LEVEL SECURITY;
-- Its trigger adds the differences there.
ALTER TABLE "SupplierTally" NO FORCE ROW LEVEL SECURITY;

UPDATE "Supplier" SET "scoreStatus" = NULL, "score" = NULL, "scoreLow" = NULL, "scoreHigh" = NULL, "band" = NULL WHERE "scoreStatus" IS NOT NULL;

ALTER TABLE "Supplier" DROP CONSTRAINT "Supplier_score";
ALTER TABLE "Supplier" DROP COLUMN "confidence";
ALTER TABLE "Supplier" ADD COLUMN "basis" TEXT;
ALTER TABLE "Supplier" ADD COLUMN "childScore" DECIMAL(4,1);
ALTER TABLE "Supplier" ADD COLUMN "childBand" TEXT;
ALTER TABLE "Supplier" ADD COLUMN "isStateImposed" BOOLEAN;
ALTER TABLE "Supplier" ADD COLUMN "placeBest" INTEGER;
ALTER TABLE "Supplier" ADD COLUMN "placeWorst" INTEGER;
ALTER TABLE "Supplier" ADD COLUMN "inRiskiestTenth" DECIMAL(4,3);
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_score" CHECK ("scoreLow" <= "score" AND "score" <= "scoreHigh");
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_basis" CHECK ("basis" IN ('A', 'B', 'C', 'D', 'E'));
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_place" CHECK ("placeBest" >= 1 AND "placeBest" <= "placeWorst" AND "inRiskiestTenth" BETWEEN 0 AND 1);

-- Where suppliers were scored before, the day is turned at once, which orders their scores: nobody waits for the night.
DO $$
BEGIN
  IF to_regnamespace('graphile_worker') IS NOT NULL AND EXISTS (SELECT FROM "Supplier" WHERE "scoreId" IS NOT NULL) THEN
    PERFORM graphile_worker.add_job('turn-day', '{}'::json, job_key => 'turn-day');
  END IF;
END $$;

ALTER TABLE "Supplier" FORCE ROW LEVEL SECURITY;
ALTER TABLE "SupplierTally" FORCE ROW LEVEL SECURITY;

-- What is recorded of those who recruit for a supplier raises alerts too.
ALTER TABLE "Alert" DROP CONSTRAINT "Alert_kind";
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_kind" CHECK (
  "kind" IN ('presumed-region', 'listed-entity', 'import-order', 'state-imposed', 'priority-sector', 'listed-good',
    'recruiter-status', 'recruiter-sanction', 'recruiter-licence') AND "rank" >= 1
);

-- Orders that the places of an organization's suppliers be drawn again: one job at most waits for each, and it waits until two seconds passed without another change.
CREATE FUNCTION request_places() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE
    organization text := NULLIF(current_setting('app.organization_id'::text, true), ''::text);
  BEGIN
    IF organization IS NULL THEN
      RAISE EXCEPTION 'places are of the organization of a transaction' USING ERRCODE = '42501';
    END IF;
    PERFORM graphile_worker.add_job('place-suppliers', json_build_object('organizationId', organization, 'runId', '', 'userId', ''),
      run_at => now() + interval '2 seconds', max_attempts => 3, job_key => 'place-suppliers ' || organization);
  END $$;
REVOKE ALL ON FUNCTION request_places() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION request_places() TO manumit_app;
