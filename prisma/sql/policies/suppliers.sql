-- Functions of manumit_search: search_parties().
CREATE POLICY search ON "Party" FOR SELECT TO manumit_search USING (true);
