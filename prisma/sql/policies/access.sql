-- Members: a person's own keys of forms. The nightly job, without a person, deletes expired ones.
CREATE POLICY own_key ON "FormKey" AS RESTRICTIVE TO manumit_app
  USING ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
    OR (NULLIF(current_setting('app.user_id'::text, true), ''::text) IS NULL AND "expiresAt" < now()))
  WITH CHECK ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
