-- Members: a person's own keys of forms. The nightly job, without a person, deletes expired ones.
CREATE POLICY own_key ON "FormKey" AS RESTRICTIVE TO manumit_app
  USING ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
    OR (NULLIF(current_setting('app.user_id'::text, true), ''::text) IS NULL AND "expiresAt" < now()))
  WITH CHECK ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
-- Members: a person reads the claims by which they proved an address, before an organization is set.
CREATE POLICY own_claim ON "GuestAccess" FOR SELECT TO manumit_app
  USING (
    "usedById" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
    AND NULLIF(current_setting('app.organization_id'::text, true), ''::text) IS NULL
  );
