-- A lender's transaction: its record, tests of scope, categories and steps, and what companies of the map are to the project.

-- CreateTable
CREATE TABLE "Transaction" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" TEXT NOT NULL,
    "projectName" TEXT NOT NULL,
    "clientPartyId" UUID NOT NULL,
    "sponsor" TEXT NOT NULL DEFAULT '',
    "hostCountries" TEXT[],
    "latitude" DECIMAL(8,6),
    "longitude" DECIMAL(9,6),
    "sector" TEXT NOT NULL,
    "sectorCode" TEXT NOT NULL DEFAULT '',
    "product" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "lenderRole" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "capitalCostMinor" BIGINT,
    "loanTotalMinor" BIGINT,
    "commitmentMinor" BIGINT,
    "usdRate" DECIMAL(18,8),
    "usdRateOn" DATE,
    "tenorMonths" INTEGER,
    "isMostlyForProject" BOOLEAN,
    "isControlled" BOOLEAN,
    "refinancedBy" TEXT,
    "wasFinancedUnderPrinciples" BOOLEAN,
    "hasMaterialChange" BOOLEAN,
    "isCompleteAtSigning" BOOLEAN,
    "signedOn" DATE,
    "closedOn" DATE,
    "hasNameConsent" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "heldFrom" TEXT,
    "equatorId" UUID,
    "ps2Id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "openedById" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Transaction_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "TransactionScope" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transactionId" UUID NOT NULL,
    "edition" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "criteria" JSONB NOT NULL,
    "exception" TEXT NOT NULL DEFAULT '',
    "byUserId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TransactionScope_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "TransactionCategory" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transactionId" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "reasons" JSONB NOT NULL,
    "byUserId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TransactionCategory_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "TransactionStep" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transactionId" UUID NOT NULL,
    "fromStatus" TEXT NOT NULL,
    "toStatus" TEXT NOT NULL,
    "decision" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "conditions" TEXT NOT NULL DEFAULT '',
    "byUserId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TransactionStep_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "TransactionParty" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "transactionId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TransactionParty_pkey" PRIMARY KEY ("organizationId","transactionId","partyId")
);

-- CreateIndex
CREATE INDEX "Transaction_organizationId_openedAt_id_idx" ON "Transaction"("organizationId", "openedAt", "id");

-- CreateIndex
CREATE INDEX "Transaction_organizationId_clientPartyId_idx" ON "Transaction"("organizationId", "clientPartyId");

-- CreateIndex
CREATE INDEX "Transaction_organizationId_status_idx" ON "Transaction"("organizationId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Transaction_organizationId_number_key" ON "Transaction"("organizationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Transaction_organizationId_equatorId_key" ON "Transaction"("organizationId", "equatorId");

-- CreateIndex
CREATE UNIQUE INDEX "Transaction_organizationId_ps2Id_key" ON "Transaction"("organizationId", "ps2Id");

-- CreateIndex
CREATE INDEX "TransactionScope_organizationId_transactionId_at_idx" ON "TransactionScope"("organizationId", "transactionId", "at");

-- CreateIndex
CREATE INDEX "TransactionCategory_organizationId_transactionId_at_idx" ON "TransactionCategory"("organizationId", "transactionId", "at");

-- CreateIndex
CREATE INDEX "TransactionStep_organizationId_transactionId_at_idx" ON "TransactionStep"("organizationId", "transactionId", "at");

-- CreateIndex
CREATE INDEX "TransactionParty_organizationId_partyId_idx" ON "TransactionParty"("organizationId", "partyId");

-- AddForeignKey
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_organizationId_clientPartyId_fkey" FOREIGN KEY ("organizationId", "clientPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_organizationId_equatorId_fkey" FOREIGN KEY ("organizationId", "equatorId") REFERENCES "Assessment"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_organizationId_ps2Id_fkey" FOREIGN KEY ("organizationId", "ps2Id") REFERENCES "Assessment"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransactionScope" ADD CONSTRAINT "TransactionScope_organizationId_transactionId_fkey" FOREIGN KEY ("organizationId", "transactionId") REFERENCES "Transaction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransactionCategory" ADD CONSTRAINT "TransactionCategory_organizationId_transactionId_fkey" FOREIGN KEY ("organizationId", "transactionId") REFERENCES "Transaction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransactionStep" ADD CONSTRAINT "TransactionStep_organizationId_transactionId_fkey" FOREIGN KEY ("organizationId", "transactionId") REFERENCES "Transaction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransactionParty" ADD CONSTRAINT "TransactionParty_organizationId_transactionId_fkey" FOREIGN KEY ("organizationId", "transactionId") REFERENCES "Transaction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransactionParty" ADD CONSTRAINT "TransactionParty_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['Transaction', 'TransactionScope', 'TransactionCategory', 'TransactionStep', 'TransactionParty'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Transaction", "TransactionParty" TO manumit_app;
-- What was tested, decided and done is added and never changed.
GRANT SELECT, INSERT ON "TransactionScope", "TransactionCategory", "TransactionStep" TO manumit_app;

ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_product"
  CHECK ("product" IN ('advisory', 'project-finance', 'corporate-loan', 'bridge-loan', 'refinance', 'other'));
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_sector" CHECK ("sector" IN ('mining', 'infrastructure', 'oil-and-gas', 'power', 'others'));
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_stage" CHECK ("stage" IN ('planning', 'construction', 'operation', 'decommissioning'));
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_lenderRole" CHECK ("lenderRole" IN ('lender', 'arranger', 'agent', 'adviser'));
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_refinancedBy" CHECK ("refinancedBy" IN ('project-finance', 'corporate-loan', 'other'));
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_currency" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_amounts"
  CHECK ("capitalCostMinor" >= 0 AND "loanTotalMinor" >= 0 AND "commitmentMinor" >= 0 AND "tenorMonths" > 0 AND "usdRate" > 0);
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_rate" CHECK (("usdRate" IS NULL) = ("usdRateOn" IS NULL));
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_hostCountries" CHECK (cardinality("hostCountries") BETWEEN 1 AND 20);
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_closed" CHECK ("closedOn" IS NULL OR ("signedOn" IS NOT NULL AND "closedOn" >= "signedOn"));
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_status" CHECK ("status" IN ('draft', 'screened', 'categorised', 'assessed', 'reviewed', 'plan-agreed',
  'committee', 'conditions-met', 'closed', 'monitoring', 'exited', 'held', 'declined'));
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_held" CHECK (("status" = 'held') = ("heldFrom" IS NOT NULL));
ALTER TABLE "TransactionScope" ADD CONSTRAINT "TransactionScope_edition" CHECK ("edition" IN ('EP3', 'EP4'));
ALTER TABLE "TransactionScope" ADD CONSTRAINT "TransactionScope_result" CHECK ("result" IN ('in', 'out', 'unknown'));
ALTER TABLE "TransactionCategory" ADD CONSTRAINT "TransactionCategory_category" CHECK ("category" IN ('A', 'B', 'C'));
ALTER TABLE "TransactionStep" ADD CONSTRAINT "TransactionStep_decision" CHECK ("decision" IN ('approve', 'approve-with-conditions', 'hold', 'decline'));
ALTER TABLE "TransactionStep" ADD CONSTRAINT "TransactionStep_conditions" CHECK ("decision" <> 'approve-with-conditions' OR "conditions" <> '');
ALTER TABLE "TransactionStep" ADD CONSTRAINT "TransactionStep_reason"
  CHECK ("reason" <> '' OR ("decision" IS NULL AND "toStatus" NOT IN ('held', 'declined')));
ALTER TABLE "TransactionParty" ADD CONSTRAINT "TransactionParty_part"
  CHECK ("part" IN ('sponsor', 'epc-contractor', 'subcontractor', 'labour-provider', 'camp', 'primary-supplier', 'operator'));
