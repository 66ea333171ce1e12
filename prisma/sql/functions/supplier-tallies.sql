-- The counts that one supplier adds to: by status, band and tier (3 and more as 3), by country, and by division of its sector.
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
      -- A deleted organization's tally is deleted too.
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
CREATE TRIGGER "Supplier_tally_insert" AFTER INSERT ON "Supplier" REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_suppliers();
CREATE TRIGGER "Supplier_tally_update" AFTER UPDATE ON "Supplier" REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_suppliers();
CREATE TRIGGER "Supplier_tally_delete" AFTER DELETE ON "Supplier" REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_suppliers();
