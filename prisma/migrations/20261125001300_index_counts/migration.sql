-- Counts of suppliers by view and tier are read from one index alone: in a scan of the table row-level security asks for the setting at every row.
CREATE INDEX "Supplier_organizationId_archivedAt_scoreStatus_band_tier_idx" ON "Supplier"("organizationId", "archivedAt", "scoreStatus", "band", "tier");

-- The country filter of the list finds suppliers by the countries of their sites too.
CREATE INDEX "Site_organizationId_country_supplierPartyId_idx" ON "Site"("organizationId", "country", "supplierPartyId");
