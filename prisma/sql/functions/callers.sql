-- The caller in one statement: the session of a token's hash, its person, and every organization of that person (one row without organization when
-- there is none). It has no rights of its own: it sets the person, whose own rows the policy "own" of Membership admits.
CREATE FUNCTION read_caller(token_hash text)
  RETURNS TABLE (
    "sessionId" uuid, "expiresAt" timestamptz, "lastSeenAt" timestamptz,
    "userId" uuid, "userName" text, "email" text, "locale" text,
    "role" text, "organizationId" uuid, "slug" text, "name" text, "kind" text, "isDemonstration" boolean
  )
  LANGUAGE plpgsql VOLATILE SECURITY INVOKER SET search_path = public, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    person uuid := (SELECT s."userId" FROM "Session" s WHERE s."tokenHash" = token_hash);
  BEGIN
    IF person IS NULL THEN RETURN; END IF;
    PERFORM set_config('app.user_id', person::text, true);
    RETURN QUERY
      SELECT s."id", s."expiresAt", s."lastSeenAt", u."id", u."name", u."email", u."locale",
        m."role", o."id", o."slug", o."name", o."kind", o."isDemonstration"
      FROM "Session" s JOIN "User" u ON u."id" = s."userId"
      LEFT JOIN "Membership" m ON m."userId" = u."id"
      LEFT JOIN "Organization" o ON o."id" = m."organizationId"
      WHERE s."tokenHash" = token_hash
      ORDER BY o."name", o."slug";
  END $$;
REVOKE ALL ON FUNCTION read_caller(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_caller(text) TO manumit_app;
