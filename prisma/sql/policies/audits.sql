-- Members
-- The firm reads the commissions addressed to it, with their messages.
CREATE POLICY firm ON "AuditCommission" FOR SELECT TO manumit_app
  USING ("firmOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
CREATE POLICY firm ON "CommissionMessage" FOR SELECT TO manumit_app
  USING (EXISTS (SELECT 1 FROM "AuditCommission" c WHERE c."organizationId" = "CommissionMessage"."organizationId" AND c."id" = "CommissionMessage"."commissionId"
    AND c."firmOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid));
