-- Statistics are refreshed while others write: nobody waits for a table that is being looked at, or held by a long import.
CREATE OR REPLACE FUNCTION refresh_statistics() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    ANALYZE (SKIP_LOCKED) "Party", "Supplier", "Site", "SupplyLink", "Fact", "Source", "Activity";
  END $$;

-- For a long import, after its first suppliers: without statistics PostgreSQL checks the key of each site's supplier over an index
-- that begins with the organization alone, and each check grows with the suppliers.
CREATE FUNCTION refresh_supplier_statistics() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    ANALYZE (SKIP_LOCKED) "Supplier";
  END $$;
REVOKE ALL ON FUNCTION refresh_supplier_statistics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION refresh_supplier_statistics() TO manumit_app;
