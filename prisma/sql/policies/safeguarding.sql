-- Members: a case is read by the people assigned to it. A case and its members are never deleted by the application.
CREATE POLICY assigned ON "SensitiveCase" AS RESTRICTIVE TO manumit_app
  USING (is_assigned("id") OR ("openedById" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AND is_unassigned("id")));
CREATE POLICY kept ON "SensitiveCase" AS RESTRICTIVE FOR DELETE TO manumit_app USING (false);
CREATE POLICY assigned ON "SensitiveCaseMember" AS RESTRICTIVE TO manumit_app
  USING (is_assigned("caseId")) WITH CHECK (is_assigned("caseId") OR is_unassigned("caseId"));
CREATE POLICY kept ON "SensitiveCaseMember" AS RESTRICTIVE FOR DELETE TO manumit_app USING (false);
CREATE POLICY assigned ON "SensitiveCaseEntry" AS RESTRICTIVE TO manumit_app USING (is_assigned("caseId"));
-- Written in the caller's own name.
CREATE POLICY own_entry ON "SensitiveCaseEntry" AS RESTRICTIVE FOR INSERT TO manumit_app
  WITH CHECK ("actorId" IS NULL OR "actorId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
CREATE POLICY assigned ON "SensitiveCaseText" AS RESTRICTIVE TO manumit_app USING (is_assigned("caseId"));
-- Decisions on a case are approvals of assigned people, proposed and decided in the caller's own name.
CREATE POLICY assigned ON "Approval" AS RESTRICTIVE TO manumit_app USING ("caseId" IS NULL OR is_assigned("caseId"));
CREATE POLICY own_proposal ON "Approval" AS RESTRICTIVE FOR INSERT TO manumit_app
  WITH CHECK ("caseId" IS NULL OR ("state" = 'open' AND "proposedById" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid));
CREATE POLICY own_decision ON "Approval" AS RESTRICTIVE FOR UPDATE TO manumit_app
  USING (true)
  WITH CHECK ("caseId" IS NULL OR "state" = 'open' OR "decidedById" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
CREATE POLICY kept ON "Approval" AS RESTRICTIVE FOR DELETE TO manumit_app USING ("caseId" IS NULL);

-- Functions of manumit_search: is_assigned(), is_unassigned(), people_of_cases().
CREATE POLICY search ON "SensitiveCaseMember" FOR SELECT TO manumit_search USING (true);
