-- Anybody may ask whether a report with this hash was prepared here; the answer is the day and nothing else.
CREATE INDEX "Report_hash_idx" ON "Report" ("hash");
GRANT SELECT ON "Report" TO manumit_search;
CREATE POLICY search ON "Report" FOR SELECT TO manumit_search USING (true);

CREATE FUNCTION report_prepared_at(report_hash text) RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT min("preparedAt") FROM "Report" WHERE "hash" = report_hash $$;
GRANT CREATE ON SCHEMA public TO manumit_search;
ALTER FUNCTION report_prepared_at(text) OWNER TO manumit_search;
REVOKE CREATE ON SCHEMA public FROM manumit_search;
REVOKE ALL ON FUNCTION report_prepared_at(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report_prepared_at(text) TO manumit_app;
