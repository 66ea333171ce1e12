-- Members: a person reads their own memberships before an organization is set.
CREATE POLICY own ON "Membership" FOR SELECT TO manumit_app
  USING (
    "userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
    AND NULLIF(current_setting('app.organization_id'::text, true), ''::text) IS NULL
  );
