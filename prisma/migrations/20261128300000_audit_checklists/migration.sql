-- Further checklists of an audit: released ones, or those of the organization's own.

-- CreateTable
CREATE TABLE "AuditChecklist" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "auditId" UUID NOT NULL,
    "assessmentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "AuditChecklist_pkey" PRIMARY KEY ("organizationId","auditId","assessmentId")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditChecklist_organizationId_assessmentId_key" ON "AuditChecklist"("organizationId", "assessmentId");

-- AddForeignKey
ALTER TABLE "AuditChecklist" ADD CONSTRAINT "AuditChecklist_organizationId_auditId_fkey" FOREIGN KEY ("organizationId", "auditId") REFERENCES "Audit"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditChecklist" ADD CONSTRAINT "AuditChecklist_organizationId_assessmentId_fkey" FOREIGN KEY ("organizationId", "assessmentId") REFERENCES "Assessment"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "AuditChecklist" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "AuditChecklist" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "AuditChecklist"
  USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
-- What an audit asks is chosen when it is planned and stays.
GRANT SELECT, INSERT ON "AuditChecklist" TO manumit_app;
ALTER TABLE "AuditChecklist" ADD CONSTRAINT "AuditChecklist_position" CHECK ("position" >= 1);
