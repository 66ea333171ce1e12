-- LIKE cannot use an index under row-level security: this function searches with its own rights and selects the organization itself.
CREATE FUNCTION search_parties(query text) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT "id" FROM "Party"
    WHERE "organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
      AND ("nameKey" LIKE '%' || replace(replace(replace(query, '\', '\\'), '%', '\%'), '_', '\_') || '%' OR "publicId" = upper(query))
  $$;
REVOKE ALL ON FUNCTION search_parties(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_parties(text) TO manumit_app;
