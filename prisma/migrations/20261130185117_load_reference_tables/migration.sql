-- Editions of reference tables that an organization loads for itself. What is confirmed is never changed or deleted.

-- CreateTable
CREATE TABLE "ReferenceTableEdition" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "producer" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "publishedOn" TEXT,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "tables" JSONB NOT NULL,
    "remarks" JSONB NOT NULL DEFAULT '[]',
    "readRows" INTEGER NOT NULL,
    "refusedRows" INTEGER NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "hash" TEXT,
    "confirmedById" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawReason" TEXT,

    CONSTRAINT "ReferenceTableEdition_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateIndex
CREATE INDEX "ReferenceTableEdition_organizationId_kind_confirmedAt_idx" ON "ReferenceTableEdition"("organizationId", "kind", "confirmedAt");

-- CreateIndex
CREATE INDEX "ReferenceTableEdition_organizationId_hash_idx" ON "ReferenceTableEdition"("organizationId", "hash");

-- AddForeignKey
ALTER TABLE "ReferenceTableEdition" ADD CONSTRAINT "ReferenceTableEdition_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ReferenceTableEdition"
  ADD CONSTRAINT "ReferenceTableEdition_confirmed" CHECK (("confirmedAt" IS NULL) = ("hash" IS NULL) AND ("confirmedAt" IS NULL) = ("confirmedById" IS NULL)),
  ADD CONSTRAINT "ReferenceTableEdition_withdrawn" CHECK (
    ("withdrawnAt" IS NULL) = ("withdrawnById" IS NULL) AND ("withdrawnAt" IS NULL) = ("withdrawReason" IS NULL)
    AND ("withdrawnAt" IS NULL OR "confirmedAt" IS NOT NULL)),
  ADD CONSTRAINT "ReferenceTableEdition_hash" CHECK ("hash" IS NULL OR "hash" ~ '^[0-9a-f]{64}$');

ALTER TABLE "ReferenceTableEdition" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ReferenceTableEdition" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "ReferenceTableEdition"
  USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "ReferenceTableEdition" TO manumit_app;

-- Scores name a confirmed edition by its hash: the application may take it back, and never change or delete it.
CREATE FUNCTION keep_confirmed_edition() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF current_user = 'manumit_app' AND OLD."confirmedAt" IS NOT NULL THEN
      IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'A confirmed edition is kept' USING ERRCODE = 'restrict_violation'; END IF;
      IF (to_jsonb(NEW) - ARRAY['withdrawnById', 'withdrawnAt', 'withdrawReason']) IS DISTINCT FROM
         (to_jsonb(OLD) - ARRAY['withdrawnById', 'withdrawnAt', 'withdrawReason'])
      THEN RAISE EXCEPTION 'A confirmed edition is not changed' USING ERRCODE = 'restrict_violation'; END IF;
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
CREATE TRIGGER keep_confirmed BEFORE UPDATE OR DELETE ON "ReferenceTableEdition" FOR EACH ROW EXECUTE FUNCTION keep_confirmed_edition();
