-- What was done with the suppliers that a new season's list names no more, so that it can be taken back.
ALTER TABLE "ImportBatch" ADD COLUMN "retired" JSONB;

-- Archived suppliers are few among many: to count and list them.
CREATE INDEX "Supplier_archived" ON "Supplier"("organizationId", "nameKey", "partyId") WHERE "archivedAt" IS NOT NULL;
