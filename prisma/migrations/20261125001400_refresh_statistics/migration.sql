-- After a large import PostgreSQL would plan for nearly empty tables until autovacuum comes by: the list of 10,000 suppliers was sorted whole
-- for each page. Only an owner may ANALYZE; the function takes nothing and tells nothing.
CREATE FUNCTION refresh_statistics() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    ANALYZE "Party", "Supplier", "Site", "SupplyLink", "Fact", "Source", "Activity";
  END $$;
REVOKE ALL ON FUNCTION refresh_statistics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION refresh_statistics() TO manumit_app;
