
-- CreateTable
CREATE TABLE "PartyMerge" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "keptPartyId" UUID NOT NULL,
    "otherPartyId" UUID NOT NULL,
    "journal" JSONB NOT NULL DEFAULT '{}',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneById" UUID,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "PartyMerge_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "MergedParty" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "partyId" UUID NOT NULL,
    "intoPartyId" UUID NOT NULL,
    "mergeId" UUID NOT NULL,

    CONSTRAINT "MergedParty_pkey" PRIMARY KEY ("organizationId","partyId")
);

-- CreateTable
CREATE TABLE "FactTransfer" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "mergeId" UUID NOT NULL,
    "factId" UUID NOT NULL,
    "fromPartyId" UUID,
    "toPartyId" UUID NOT NULL,
    "fields" TEXT[],
    "at" TIMESTAMPTZ(3),

    CONSTRAINT "FactTransfer_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "MatchDecision" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "aKey" TEXT NOT NULL,
    "bKey" TEXT NOT NULL,
    "aPartyId" UUID,
    "bPartyId" UUID,
    "verdict" TEXT NOT NULL,
    "score" DECIMAL(4,3),
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MatchDecision_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "DuplicatePair" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "aPartyId" UUID NOT NULL,
    "bPartyId" UUID NOT NULL,
    "score" DECIMAL(4,3) NOT NULL,
    "reasons" JSONB NOT NULL DEFAULT '[]',
    "origin" TEXT NOT NULL,
    "reportedById" UUID,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DuplicatePair_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "MatchProposal" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "batchId" UUID NOT NULL,
    "nameKey" TEXT NOT NULL,
    "rowNumber" INTEGER NOT NULL,
    "incoming" JSONB NOT NULL,
    "partyId" UUID NOT NULL,
    "score" DECIMAL(4,3) NOT NULL,
    "reasons" JSONB NOT NULL DEFAULT '[]',
    "answer" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "MatchProposal_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateIndex
CREATE INDEX "PartyMerge_organizationId_keptPartyId_idx" ON "PartyMerge"("organizationId", "keptPartyId");

-- CreateIndex
CREATE INDEX "PartyMerge_organizationId_otherPartyId_idx" ON "PartyMerge"("organizationId", "otherPartyId");

-- CreateIndex
CREATE INDEX "MergedParty_organizationId_intoPartyId_idx" ON "MergedParty"("organizationId", "intoPartyId");

-- CreateIndex
CREATE INDEX "MergedParty_organizationId_mergeId_idx" ON "MergedParty"("organizationId", "mergeId");

-- CreateIndex
CREATE INDEX "FactTransfer_organizationId_factId_fromPartyId_idx" ON "FactTransfer"("organizationId", "factId", "fromPartyId");

-- CreateIndex
CREATE INDEX "FactTransfer_organizationId_toPartyId_idx" ON "FactTransfer"("organizationId", "toPartyId");

-- CreateIndex
CREATE INDEX "FactTransfer_organizationId_mergeId_idx" ON "FactTransfer"("organizationId", "mergeId");

-- CreateIndex
CREATE INDEX "MatchDecision_organizationId_aKey_idx" ON "MatchDecision"("organizationId", "aKey");

-- CreateIndex
CREATE INDEX "MatchDecision_organizationId_bKey_idx" ON "MatchDecision"("organizationId", "bKey");

-- CreateIndex
CREATE INDEX "MatchDecision_organizationId_aPartyId_idx" ON "MatchDecision"("organizationId", "aPartyId");

-- CreateIndex
CREATE INDEX "MatchDecision_organizationId_bPartyId_idx" ON "MatchDecision"("organizationId", "bPartyId");

-- CreateIndex
CREATE INDEX "DuplicatePair_organizationId_score_id_idx" ON "DuplicatePair"("organizationId", "score", "id");

-- CreateIndex
CREATE INDEX "DuplicatePair_organizationId_bPartyId_idx" ON "DuplicatePair"("organizationId", "bPartyId");

-- CreateIndex
CREATE UNIQUE INDEX "DuplicatePair_organizationId_aPartyId_bPartyId_key" ON "DuplicatePair"("organizationId", "aPartyId", "bPartyId");

-- CreateIndex
CREATE INDEX "MatchProposal_organizationId_batchId_score_id_idx" ON "MatchProposal"("organizationId", "batchId", "score", "id");

-- CreateIndex
CREATE INDEX "MatchProposal_organizationId_partyId_idx" ON "MatchProposal"("organizationId", "partyId");

-- CreateIndex
CREATE UNIQUE INDEX "MatchProposal_organizationId_batchId_nameKey_partyId_key" ON "MatchProposal"("organizationId", "batchId", "nameKey", "partyId");

-- AddForeignKey
ALTER TABLE "PartyMerge" ADD CONSTRAINT "PartyMerge_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartyMerge" ADD CONSTRAINT "PartyMerge_organizationId_keptPartyId_fkey" FOREIGN KEY ("organizationId", "keptPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartyMerge" ADD CONSTRAINT "PartyMerge_organizationId_otherPartyId_fkey" FOREIGN KEY ("organizationId", "otherPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MergedParty" ADD CONSTRAINT "MergedParty_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MergedParty" ADD CONSTRAINT "MergedParty_organizationId_intoPartyId_fkey" FOREIGN KEY ("organizationId", "intoPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MergedParty" ADD CONSTRAINT "MergedParty_organizationId_mergeId_fkey" FOREIGN KEY ("organizationId", "mergeId") REFERENCES "PartyMerge"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactTransfer" ADD CONSTRAINT "FactTransfer_organizationId_mergeId_fkey" FOREIGN KEY ("organizationId", "mergeId") REFERENCES "PartyMerge"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactTransfer" ADD CONSTRAINT "FactTransfer_organizationId_factId_fkey" FOREIGN KEY ("organizationId", "factId") REFERENCES "Fact"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactTransfer" ADD CONSTRAINT "FactTransfer_organizationId_fromPartyId_fkey" FOREIGN KEY ("organizationId", "fromPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactTransfer" ADD CONSTRAINT "FactTransfer_organizationId_toPartyId_fkey" FOREIGN KEY ("organizationId", "toPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchDecision" ADD CONSTRAINT "MatchDecision_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchDecision" ADD CONSTRAINT "MatchDecision_organizationId_aPartyId_fkey" FOREIGN KEY ("organizationId", "aPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchDecision" ADD CONSTRAINT "MatchDecision_organizationId_bPartyId_fkey" FOREIGN KEY ("organizationId", "bPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DuplicatePair" ADD CONSTRAINT "DuplicatePair_organizationId_aPartyId_fkey" FOREIGN KEY ("organizationId", "aPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DuplicatePair" ADD CONSTRAINT "DuplicatePair_organizationId_bPartyId_fkey" FOREIGN KEY ("organizationId", "bPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchProposal" ADD CONSTRAINT "MatchProposal_organizationId_batchId_fkey" FOREIGN KEY ("organizationId", "batchId") REFERENCES "ImportBatch"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchProposal" ADD CONSTRAINT "MatchProposal_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['PartyMerge', 'MergedParty', 'FactTransfer', 'MatchDecision', 'DuplicatePair', 'MatchProposal'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO manumit_app', table_name);
  END LOOP;
END $$;

ALTER TABLE "PartyMerge" ADD CONSTRAINT "PartyMerge_kind" CHECK ("kind" IN ('merge', 'split'));
ALTER TABLE "MatchDecision" ADD CONSTRAINT "MatchDecision_verdict" CHECK ("verdict" IN ('same', 'different'));
ALTER TABLE "DuplicatePair" ADD CONSTRAINT "DuplicatePair_origin" CHECK ("origin" IN ('found', 'reported'));
ALTER TABLE "MatchProposal" ADD CONSTRAINT "MatchProposal_answer" CHECK ("answer" IN ('same', 'different'));

-- The facts as they count: those recorded of a party, without what a split took out of it, and what a merge or split brought to it.
-- With the rights of the caller, so row-level security holds; one query, so conditions on its columns reach the indexes of "Fact".
CREATE FUNCTION known_facts()
  RETURNS TABLE ("organizationId" uuid, "id" uuid, "partyId" uuid, "values" jsonb, "validFrom" date, "validTo" date, "recordedAt" timestamptz, "sourceId" uuid)
  LANGUAGE sql STABLE
  AS $$
    SELECT f."organizationId", f."id", f."partyId", f."values", f."validFrom", f."validTo", f."recordedAt"::timestamptz, f."sourceId"
    FROM "Fact" f
    WHERE NOT EXISTS (
      SELECT FROM "FactTransfer" g WHERE g."organizationId" = f."organizationId" AND g."factId" = f."id" AND g."fromPartyId" = f."partyId")
    UNION ALL
    SELECT f."organizationId", f."id", t."toPartyId",
      (SELECT COALESCE(jsonb_object_agg(e.key, e.value), '{}') FROM jsonb_each(f."values") e WHERE e.key = ANY(t."fields")),
      f."validFrom", f."validTo", COALESCE(t."at", f."recordedAt")::timestamptz, f."sourceId"
    FROM "FactTransfer" t JOIN "Fact" f ON f."organizationId" = t."organizationId" AND f."id" = t."factId"
    WHERE NOT EXISTS (
      SELECT FROM "FactTransfer" g WHERE g."organizationId" = t."organizationId" AND g."factId" = t."factId" AND g."fromPartyId" = t."toPartyId")
  $$;
