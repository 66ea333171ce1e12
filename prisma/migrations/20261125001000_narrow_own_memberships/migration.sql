-- A person's own memberships are read before any organization is chosen; inside one, its own rows only.
DROP POLICY own ON "Membership";
CREATE POLICY own ON "Membership" FOR SELECT TO manumit_app
  USING (
    "userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
    AND NULLIF(current_setting('app.organization_id'::text, true), ''::text) IS NULL
  );
