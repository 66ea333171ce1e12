-- Functions of manumit_search: issued_report().
CREATE POLICY search ON "SigningKey" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "ReportSignature" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "IssuedFile" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "ReportNotice" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "Report" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "AuditReport" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "LenderReport" FOR SELECT TO manumit_search USING (true);
