-- Guests read the one document of their link, or those of its subject; of a subject that has others too, by the kind alone.
CREATE POLICY guest ON "FrozenDocument" AS RESTRICTIVE TO manumit_respondent
  USING (("kind" = 'esap' AND "id" = guest_subject('esap'))
    OR ("kind" = 'client-report' AND EXISTS (SELECT 1 FROM "MonitoringReport" r
      WHERE r."organizationId" = "FrozenDocument"."organizationId" AND r."id" = "FrozenDocument"."monitoringReportId")));

-- Functions of manumit_search: issued_report(), published_results(). Of documents only those that are issued to whoever has their hash or address.
CREATE POLICY search ON "SigningKey" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "FrozenDocument" FOR SELECT TO manumit_search
  USING ("kind" IN ('assessment', 'audit', 'yearly', 'due-diligence', 'monitoring', 'published-result'));
CREATE POLICY search ON "DocumentFile" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "DocumentSignature" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "DocumentWithdrawal" FOR SELECT TO manumit_search USING (true);
