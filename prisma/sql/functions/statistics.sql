-- Statistics that know nothing of an organization make PostgreSQL expect one row of it, and read all its rows at each step of a join. By default a
-- table is analysed when a tenth of it has changed: hundreds of suppliers beside the tens of thousands of another organization are not.
DO $$
DECLARE "table" text;
BEGIN
  FOREACH "table" IN ARRAY ARRAY['Party', 'Supplier', 'Site', 'SupplyLink', 'Fact', 'Source'] LOOP
    EXECUTE format('ALTER TABLE public.%I SET (autovacuum_analyze_threshold = 500, autovacuum_analyze_scale_factor = 0.002)', "table");
  END LOOP;
END $$;

-- After an import PostgreSQL would plan for nearly empty tables until autovacuum runs, and only an owner may ANALYZE. SKIP_LOCKED: no caller
-- waits for a table that is being analysed or locked by a long import.
CREATE FUNCTION refresh_statistics() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    ANALYZE (SKIP_LOCKED) "Party", "Supplier", "Site", "SupplyLink", "Fact", "Source", "Activity";
  END $$;
REVOKE ALL ON FUNCTION refresh_statistics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION refresh_statistics() TO manumit_app;

-- A table analysed while it had no visible rows (an import was rolled back) has statistics of an empty table. With them PostgreSQL checks a foreign
-- key by any index that begins with the organization, each check grows with the table, and an import of thousands takes minutes. ANALYZE within
-- the transaction counts the rows that it wrote.
CREATE FUNCTION fit_statistics("table" text, "rows" integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF "table" NOT IN ('ImportRow', 'Party', 'Source', 'SupplyLink', 'Supplier', 'Site', 'Fact') THEN
      RAISE EXCEPTION 'No statistics of % are taken here', "table";
    END IF;
    IF (SELECT reltuples < "rows" FROM pg_class WHERE oid = format('public.%I', "table")::regclass) THEN
      EXECUTE format('ANALYZE (SKIP_LOCKED) public.%I', "table");
    END IF;
  END $$;
REVOKE ALL ON FUNCTION fit_statistics(text,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fit_statistics(text,integer) TO manumit_app;
