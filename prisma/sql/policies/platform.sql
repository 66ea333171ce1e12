-- Guests: the files and the activity of one assessment.
CREATE POLICY respondent ON "StoredFile" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));
CREATE POLICY respondent ON "Activity" AS RESTRICTIVE TO manumit_respondent
  USING ("recordKind" = 'response' AND "recordId" = guest_subject('questionnaire')::text);
-- Guests at a site: the extensions of actions that were shared with it.
CREATE POLICY site ON "Approval" AS RESTRICTIVE TO manumit_respondent
  USING (EXISTS (SELECT 1 FROM "CorrectiveAction" a WHERE a."organizationId" = "Approval"."organizationId" AND a."id" = "Approval"."actionId"));

-- Members: a saved view is read by its owner, and by all members when it is shared; what a member chose for lists is read by that member.
CREATE POLICY shared_or_own ON "SavedView" AS RESTRICTIVE TO manumit_app
  USING ("isShared" OR "ownerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
CREATE POLICY own ON "ListPreference" AS RESTRICTIVE TO manumit_app
  USING ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
-- Members: a person reads, marks and deletes their own notifications. Whoever causes one adds it for another member. The nightly job, without a person,
-- deletes what was read 90 days ago or is 400 days old.
CREATE POLICY own ON "Notification" AS RESTRICTIVE TO manumit_app
  USING ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
    OR (NULLIF(current_setting('app.user_id'::text, true), ''::text) IS NULL
      AND ("readAt" < now() - interval '90 days' OR "createdAt" < now() - interval '400 days')))
  WITH CHECK (true);
-- A notification keeps its recipient.
CREATE POLICY own_changes ON "Notification" AS RESTRICTIVE FOR UPDATE TO manumit_app
  USING (true) WITH CHECK ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
-- Functions of manumit_search: people_to_mail().
CREATE POLICY search ON "Notification" FOR SELECT TO manumit_search USING (true);
