-- How many active suppliers an organization has, by what the list and the first page count. Each statement that changes suppliers adds the
-- differences it makes, so that two at a time never wait for each other, and counting costs the same for a hundred suppliers as for a million.
-- The sum of "count" over equal rows is the number; rows are put together by compactTally.
CREATE TABLE "SupplierTally" (
  "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "measure" TEXT NOT NULL,
  "code" TEXT,
  "scoreStatus" TEXT,
  "band" TEXT,
  "tier" INTEGER,
  "count" INTEGER NOT NULL,
  CONSTRAINT "SupplierTally_pkey" PRIMARY KEY ("organizationId", "id")
);
ALTER TABLE "SupplierTally" ADD CONSTRAINT "SupplierTally_organizationId_fkey"
  FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SupplierTally" ADD CONSTRAINT "SupplierTally_measure" CHECK ("measure" IN ('standing', 'country', 'division'));
GRANT SELECT, INSERT, UPDATE, DELETE ON "SupplierTally" TO manumit_app;

-- What one supplier counts for: once by standing (tiers of 3 and more as 3), once by country, once by division of its sector.
CREATE FUNCTION tally_measures(country text, sector text, score_status text, band text, tier integer)
  RETURNS TABLE ("measure" text, "code" text, "scoreStatus" text, "band" text, "tier" integer)
  LANGUAGE sql IMMUTABLE
  AS $$
    SELECT 'standing', NULL, score_status, band, CASE WHEN tier > 3 THEN 3 ELSE tier END
    UNION ALL SELECT 'country', country, NULL, NULL, NULL WHERE country IS NOT NULL
    UNION ALL SELECT 'division', left(sector, 2), NULL, NULL, NULL WHERE sector IS NOT NULL
  $$;

CREATE FUNCTION tally_suppliers() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      INSERT INTO "SupplierTally" ("organizationId", "measure", "code", "scoreStatus", "band", "tier", "count")
      SELECT s."organizationId", t."measure", t."code", t."scoreStatus", t."band", t."tier", count(*)
      FROM after_rows s, tally_measures(s."country", s."sector", s."scoreStatus", s."band", s."tier") t
      WHERE s."archivedAt" IS NULL
      GROUP BY 1, 2, 3, 4, 5, 6;
    ELSIF TG_OP = 'DELETE' THEN
      -- With a whole organization its tally goes too.
      INSERT INTO "SupplierTally" ("organizationId", "measure", "code", "scoreStatus", "band", "tier", "count")
      SELECT s."organizationId", t."measure", t."code", t."scoreStatus", t."band", t."tier", -count(*)
      FROM before_rows s, tally_measures(s."country", s."sector", s."scoreStatus", s."band", s."tier") t
      WHERE s."archivedAt" IS NULL
        AND EXISTS (SELECT FROM "Organization" o WHERE o."id" = s."organizationId")
      GROUP BY 1, 2, 3, 4, 5, 6;
    ELSE
      INSERT INTO "SupplierTally" ("organizationId", "measure", "code", "scoreStatus", "band", "tier", "count")
      SELECT s."organizationId", t."measure", t."code", t."scoreStatus", t."band", t."tier", sum(s."n")
      FROM (
        SELECT 1 AS "n", a."organizationId", a."archivedAt", a."scoreStatus", a."band", a."tier", a."country", a."sector" FROM after_rows a
        UNION ALL
        SELECT -1, b."organizationId", b."archivedAt", b."scoreStatus", b."band", b."tier", b."country", b."sector" FROM before_rows b
      ) s, tally_measures(s."country", s."sector", s."scoreStatus", s."band", s."tier") t
      WHERE s."archivedAt" IS NULL
      GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(s."n") <> 0;
    END IF;
    RETURN NULL;
  END $$;

-- Suppliers that are there already. The owner is under row-level security too, but for this transaction.
ALTER TABLE "Supplier" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "SupplierTally" ("organizationId", "measure", "code", "scoreStatus", "band", "tier", "count")
SELECT s."organizationId", t."measure", t."code", t."scoreStatus", t."band", t."tier", count(*)
FROM "Supplier" s, tally_measures(s."country", s."sector", s."scoreStatus", s."band", s."tier") t
WHERE s."archivedAt" IS NULL
GROUP BY 1, 2, 3, 4, 5, 6;
ALTER TABLE "Supplier" FORCE ROW LEVEL SECURITY;

ALTER TABLE "SupplierTally" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "SupplierTally" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "SupplierTally" USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);

CREATE TRIGGER "Supplier_tally_insert" AFTER INSERT ON "Supplier" REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_suppliers();
CREATE TRIGGER "Supplier_tally_update" AFTER UPDATE ON "Supplier" REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_suppliers();
CREATE TRIGGER "Supplier_tally_delete" AFTER DELETE ON "Supplier" REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_suppliers();

-- Counts are read from the tally, and countries with them.
DROP INDEX "Supplier_organizationId_archivedAt_scoreStatus_band_tier_idx";
