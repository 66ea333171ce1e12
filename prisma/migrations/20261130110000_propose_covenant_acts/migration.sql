-- What takes two people on a covenant: that it goes or ends before it was ever tested, and that a breach of it is remedied.
CREATE TABLE "CovenantProposal" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "covenantId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "breachId" UUID,
    "reason" TEXT NOT NULL,
    "endedOn" DATE,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verdict" TEXT,
    "answer" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CovenantProposal_pkey" PRIMARY KEY ("organizationId","id")
);

CREATE INDEX "CovenantProposal_organizationId_covenantId_proposedAt_idx" ON "CovenantProposal"("organizationId", "covenantId", "proposedAt");

ALTER TABLE "CovenantProposal" ADD CONSTRAINT "CovenantProposal_organizationId_covenantId_fkey" FOREIGN KEY ("organizationId", "covenantId") REFERENCES "Covenant"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CovenantProposal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CovenantProposal" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "CovenantProposal" USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "CovenantProposal" TO manumit_app;

ALTER TABLE "CovenantProposal" ADD CONSTRAINT "CovenantProposal_words" CHECK (
  "kind" IN ('delete', 'end', 'remedied') AND btrim("reason") <> ''
  AND ("kind" = 'remedied') = ("breachId" IS NOT NULL) AND ("kind" = 'end') = ("endedOn" IS NOT NULL)
);
-- Two people: who proposes does not agree.
ALTER TABLE "CovenantProposal" ADD CONSTRAINT "CovenantProposal_decided" CHECK (
  ("verdict" IS NULL) = ("decidedAt" IS NULL) AND ("verdict" IS NULL) = ("decidedById" IS NULL)
  AND ("decidedById" IS NULL OR "decidedById" <> "proposedById") AND ("verdict" IS NULL OR "verdict" IN ('agreed', 'refused'))
  AND ("verdict" IS DISTINCT FROM 'refused' OR btrim("answer") <> '')
);

-- A proposal is decided once, and nothing else of it changes.
CREATE FUNCTION keep_covenant_proposal() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."verdict" IS NOT NULL OR (to_jsonb(NEW) - ARRAY['verdict', 'answer', 'decidedById', 'decidedAt'])
    <> (to_jsonb(OLD) - ARRAY['verdict', 'answer', 'decidedById', 'decidedAt'])
  THEN RAISE EXCEPTION 'a proposal is decided once'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_covenant_proposal AFTER UPDATE ON "CovenantProposal" FOR EACH ROW EXECUTE FUNCTION keep_covenant_proposal();

-- No covenant ends that was never tested, and no breach is remedied, unless two people agreed.
CREATE FUNCTION agreed_by_two() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE wanted TEXT; found BOOLEAN;
BEGIN
  IF TG_TABLE_NAME = 'Covenant' THEN
    IF TG_OP = 'UPDATE' AND (NEW."endedOn" IS NULL OR OLD."endedOn" IS NOT NULL) THEN RETURN NEW; END IF;
    IF EXISTS (SELECT 1 FROM "CovenantTest" t WHERE t."organizationId" = OLD."organizationId" AND t."covenantId" = OLD."id" AND t."result" <> 'not-tested')
    THEN RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END; END IF;
    -- With its transaction it goes all the same.
    IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM "Transaction" t WHERE t."organizationId" = OLD."organizationId" AND t."id" = OLD."transactionId")
    THEN RETURN OLD; END IF;
    wanted := CASE TG_OP WHEN 'DELETE' THEN 'delete' ELSE 'end' END;
    SELECT EXISTS (SELECT 1 FROM "CovenantProposal" p WHERE p."organizationId" = OLD."organizationId" AND p."covenantId" = OLD."id"
      AND p."kind" = wanted AND p."verdict" = 'agreed') INTO found;
    IF NOT found THEN RAISE EXCEPTION 'a covenant that was never tested goes or ends by two people'; END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF NEW."status" <> 'remedied' OR OLD."status" = 'remedied' THEN RETURN NEW; END IF;
  IF NOT EXISTS (SELECT 1 FROM "CovenantProposal" p WHERE p."organizationId" = NEW."organizationId" AND p."breachId" = NEW."id"
    AND p."kind" = 'remedied' AND p."verdict" = 'agreed')
  THEN RAISE EXCEPTION 'a breach is remedied by two people'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER end_covenant_by_two AFTER UPDATE ON "Covenant" FOR EACH ROW EXECUTE FUNCTION agreed_by_two();
CREATE TRIGGER delete_covenant_by_two BEFORE DELETE ON "Covenant" FOR EACH ROW EXECUTE FUNCTION agreed_by_two();
CREATE TRIGGER remedy_by_two AFTER UPDATE ON "CovenantBreach" FOR EACH ROW EXECUTE FUNCTION agreed_by_two();
