-- What a person decided about a batch's cells (habits, fixes, replaced values); the name of the list it is a state of; the batch that it
-- continues (the corrected workbook of it came back) or whose list it replaces.
ALTER TABLE "ImportBatch" ADD COLUMN "repairs" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "ImportBatch" ADD COLUMN "listName" TEXT;
ALTER TABLE "ImportBatch" ADD COLUMN "continuesId" UUID;
ALTER TABLE "ImportBatch" ADD COLUMN "replacesId" UUID;
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_organizationId_continuesId_fkey"
  FOREIGN KEY ("organizationId", "continuesId") REFERENCES "ImportBatch"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_organizationId_replacesId_fkey"
  FOREIGN KEY ("organizationId", "replacesId") REFERENCES "ImportBatch"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "ImportBatch_organizationId_listName_idx" ON "ImportBatch"("organizationId", "listName");
