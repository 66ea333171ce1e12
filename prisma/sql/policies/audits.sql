-- Functions of manumit_search: published_results().
CREATE POLICY search ON "PublishedResult" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "ResultWithdrawal" FOR SELECT TO manumit_search USING (true);
