-- A questionnaire file that was read, until somebody chooses what it becomes: a new questionnaire, or a version of one.

-- CreateTable
CREATE TABLE "QuestionnaireTemplateImport" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "resultKey" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QuestionnaireTemplateImport_pkey" PRIMARY KEY ("organizationId","id")
);

-- AddForeignKey
ALTER TABLE "QuestionnaireTemplateImport" ADD CONSTRAINT "QuestionnaireTemplateImport_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "QuestionnaireTemplateImport" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "QuestionnaireTemplateImport" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "QuestionnaireTemplateImport"
  USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "QuestionnaireTemplateImport" TO manumit_app;
