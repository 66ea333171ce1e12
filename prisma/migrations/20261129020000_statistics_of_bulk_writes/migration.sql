-- A table that was looked at while it held nothing that counts (an import broke off, its rows were taken back) has statistics of no rows. By them
-- PostgreSQL checks a key over whichever index begins with the organization, and each check grows with the table: an import of thousands
-- takes minutes. Within the transaction that writes many rows, what it wrote counts already.
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
REVOKE ALL ON FUNCTION fit_statistics(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fit_statistics(text, integer) TO manumit_app;

DROP FUNCTION refresh_supplier_statistics();
