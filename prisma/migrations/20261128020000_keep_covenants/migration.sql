-- Read this before committing. The engine sees tables, columns, keys and indexes only. By hand, in this file:
-- a new tenant table's ENABLE and FORCE ROW LEVEL SECURITY, policy and grants; CHECKs; data moves between NO FORCE and FORCE.

-- CreateTable
CREATE TABLE "Covenant" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transactionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "frequency" TEXT NOT NULL,
    "firstTestOn" DATE NOT NULL,
    "tester" TEXT NOT NULL,
    "noticeHours" INTEGER,
    "noticeOf" TEXT,
    "nextDueOn" DATE,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedOn" DATE,
    "endReason" TEXT NOT NULL DEFAULT '',
    "endedById" UUID,

    CONSTRAINT "Covenant_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "CovenantTest" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "covenantId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "testedOn" DATE NOT NULL,
    "result" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "evidence" TEXT NOT NULL DEFAULT '',
    "byUserId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CovenantTest_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "CovenantWaiver" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "covenantId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "untilOn" DATE NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verdict" TEXT,
    "fromOn" DATE,
    "answer" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CovenantWaiver_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "CovenantBreach" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "covenantId" UUID NOT NULL,
    "openedOn" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "planDueOn" DATE,
    "openedById" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CovenantBreach_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "BreachStep" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "breachId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "dueOn" DATE,
    "byUserId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BreachStep_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ReportSchedule" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transactionId" UUID NOT NULL,
    "frequency" TEXT NOT NULL,
    "firstPeriodFrom" DATE NOT NULL,
    "dueDays" INTEGER NOT NULL,
    "nextPeriodFrom" DATE,
    "nextDueOn" DATE,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedOn" DATE,
    "endReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ReportSchedule_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "MonitoringReport" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transactionId" UUID NOT NULL,
    "scheduleId" UUID NOT NULL,
    "periodFrom" DATE NOT NULL,
    "periodTo" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "draft" JSONB NOT NULL DEFAULT '{}',
    "draftAt" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL DEFAULT 'draft',

    CONSTRAINT "MonitoringReport_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "MonitoringReportVersion" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "transactionId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "sentById" UUID NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MonitoringReportVersion_pkey" PRIMARY KEY ("organizationId","reportId","version")
);

-- CreateTable
CREATE TABLE "ReportVerdict" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transactionId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "byUserId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReportVerdict_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ReportingAccess" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transactionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "lastSeenAt" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ReportingAccess_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ReportingAccessKey" (
    "tokenHash" TEXT NOT NULL,
    "organizationId" UUID NOT NULL,
    "accessId" UUID NOT NULL,

    CONSTRAINT "ReportingAccessKey_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "MonitoringIncident" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "transactionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "happenedAt" TIMESTAMPTZ(3) NOT NULL,
    "learnedAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),
    "noticeHours" INTEGER,
    "deadlineAt" TIMESTAMPTZ(3),
    "covenantId" UUID,
    "died" INTEGER,
    "harmed" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'open',
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MonitoringIncident_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "IncidentNote" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "incidentId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "byUserId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IncidentNote_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateIndex
CREATE INDEX "Covenant_organizationId_nextDueOn_idx" ON "Covenant"("organizationId", "nextDueOn");

-- CreateIndex
CREATE UNIQUE INDEX "Covenant_organizationId_transactionId_number_key" ON "Covenant"("organizationId", "transactionId", "number");

-- CreateIndex
CREATE INDEX "CovenantTest_organizationId_covenantId_dueOn_idx" ON "CovenantTest"("organizationId", "covenantId", "dueOn");

-- CreateIndex
CREATE INDEX "CovenantWaiver_organizationId_covenantId_askedAt_idx" ON "CovenantWaiver"("organizationId", "covenantId", "askedAt");

-- CreateIndex
CREATE INDEX "CovenantBreach_organizationId_covenantId_status_idx" ON "CovenantBreach"("organizationId", "covenantId", "status");

-- CreateIndex
CREATE INDEX "BreachStep_organizationId_breachId_at_idx" ON "BreachStep"("organizationId", "breachId", "at");

-- CreateIndex
CREATE INDEX "ReportSchedule_organizationId_transactionId_idx" ON "ReportSchedule"("organizationId", "transactionId");

-- CreateIndex
CREATE INDEX "ReportSchedule_organizationId_nextDueOn_idx" ON "ReportSchedule"("organizationId", "nextDueOn");

-- CreateIndex
CREATE INDEX "MonitoringReport_organizationId_transactionId_periodFrom_idx" ON "MonitoringReport"("organizationId", "transactionId", "periodFrom");

-- CreateIndex
CREATE UNIQUE INDEX "MonitoringReport_organizationId_scheduleId_periodFrom_key" ON "MonitoringReport"("organizationId", "scheduleId", "periodFrom");

-- CreateIndex
CREATE INDEX "ReportVerdict_organizationId_reportId_at_idx" ON "ReportVerdict"("organizationId", "reportId", "at");

-- CreateIndex
CREATE INDEX "ReportingAccess_organizationId_transactionId_createdAt_idx" ON "ReportingAccess"("organizationId", "transactionId", "createdAt");

-- CreateIndex
CREATE INDEX "MonitoringIncident_organizationId_status_deadlineAt_idx" ON "MonitoringIncident"("organizationId", "status", "deadlineAt");

-- CreateIndex
CREATE UNIQUE INDEX "MonitoringIncident_organizationId_transactionId_number_key" ON "MonitoringIncident"("organizationId", "transactionId", "number");

-- CreateIndex
CREATE INDEX "IncidentNote_organizationId_incidentId_at_idx" ON "IncidentNote"("organizationId", "incidentId", "at");

-- AddForeignKey
ALTER TABLE "Covenant" ADD CONSTRAINT "Covenant_organizationId_transactionId_fkey" FOREIGN KEY ("organizationId", "transactionId") REFERENCES "Transaction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CovenantTest" ADD CONSTRAINT "CovenantTest_organizationId_covenantId_fkey" FOREIGN KEY ("organizationId", "covenantId") REFERENCES "Covenant"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CovenantWaiver" ADD CONSTRAINT "CovenantWaiver_organizationId_covenantId_fkey" FOREIGN KEY ("organizationId", "covenantId") REFERENCES "Covenant"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CovenantBreach" ADD CONSTRAINT "CovenantBreach_organizationId_covenantId_fkey" FOREIGN KEY ("organizationId", "covenantId") REFERENCES "Covenant"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BreachStep" ADD CONSTRAINT "BreachStep_organizationId_breachId_fkey" FOREIGN KEY ("organizationId", "breachId") REFERENCES "CovenantBreach"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSchedule" ADD CONSTRAINT "ReportSchedule_organizationId_transactionId_fkey" FOREIGN KEY ("organizationId", "transactionId") REFERENCES "Transaction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonitoringReport" ADD CONSTRAINT "MonitoringReport_organizationId_transactionId_fkey" FOREIGN KEY ("organizationId", "transactionId") REFERENCES "Transaction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonitoringReport" ADD CONSTRAINT "MonitoringReport_organizationId_scheduleId_fkey" FOREIGN KEY ("organizationId", "scheduleId") REFERENCES "ReportSchedule"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonitoringReportVersion" ADD CONSTRAINT "MonitoringReportVersion_organizationId_reportId_fkey" FOREIGN KEY ("organizationId", "reportId") REFERENCES "MonitoringReport"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportVerdict" ADD CONSTRAINT "ReportVerdict_organizationId_reportId_fkey" FOREIGN KEY ("organizationId", "reportId") REFERENCES "MonitoringReport"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportingAccess" ADD CONSTRAINT "ReportingAccess_organizationId_transactionId_fkey" FOREIGN KEY ("organizationId", "transactionId") REFERENCES "Transaction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportingAccessKey" ADD CONSTRAINT "ReportingAccessKey_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportingAccessKey" ADD CONSTRAINT "ReportingAccessKey_organizationId_accessId_fkey" FOREIGN KEY ("organizationId", "accessId") REFERENCES "ReportingAccess"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonitoringIncident" ADD CONSTRAINT "MonitoringIncident_organizationId_transactionId_fkey" FOREIGN KEY ("organizationId", "transactionId") REFERENCES "Transaction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentNote" ADD CONSTRAINT "IncidentNote_organizationId_incidentId_fkey" FOREIGN KEY ("organizationId", "incidentId") REFERENCES "MonitoringIncident"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['Covenant', 'CovenantTest', 'CovenantWaiver', 'CovenantBreach', 'BreachStep', 'ReportSchedule', 'MonitoringReport',
    'MonitoringReportVersion', 'ReportVerdict', 'ReportingAccess', 'MonitoringIncident', 'IncidentNote'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Covenant", "CovenantWaiver", "CovenantBreach", "ReportSchedule", "MonitoringReport", "ReportingAccess",
  "ReportingAccessKey", "MonitoringIncident" TO manumit_app;
-- Results, steps, what was sent and said is added and never changed.
GRANT SELECT, INSERT ON "CovenantTest", "BreachStep", "MonitoringReportVersion", "ReportVerdict", "IncidentNote" TO manumit_app;

ALTER TABLE "Covenant" ADD CONSTRAINT "Covenant_kind" CHECK ("kind" IN ('law', 'esmp', 'action-plan', 'reporting', 'access', 'notification', 'traceability',
  'fee-repayment', 'camp-standard', 'flow-down', 'decommissioning'));
ALTER TABLE "Covenant" ADD CONSTRAINT "Covenant_text" CHECK (btrim("text") <> '' AND "number" > 0);
ALTER TABLE "Covenant" ADD CONSTRAINT "Covenant_frequency" CHECK ("frequency" IN ('once', 'monthly', 'quarterly', 'half-yearly', 'yearly'));
ALTER TABLE "Covenant" ADD CONSTRAINT "Covenant_tester" CHECK ("tester" IN ('lender', 'client', 'consultant'));
ALTER TABLE "Covenant" ADD CONSTRAINT "Covenant_notice" CHECK (
  ("kind" = 'notification') = ("noticeHours" IS NOT NULL) AND ("noticeHours" IS NULL) = ("noticeOf" IS NULL)
  AND ("noticeHours" IS NULL OR "noticeHours" BETWEEN 1 AND 8784) AND ("noticeOf" IS NULL OR "noticeOf" IN ('any', 'grave'))
);
ALTER TABLE "Covenant" ADD CONSTRAINT "Covenant_ended" CHECK (
  ("endedOn" IS NULL) = ("endedById" IS NULL) AND ("endedOn" IS NULL) = ("endReason" = '') AND ("endedOn" IS NULL OR "nextDueOn" IS NULL)
);
ALTER TABLE "CovenantTest" ADD CONSTRAINT "CovenantTest_result" CHECK ("result" IN ('met', 'not-met', 'not-tested'));
-- What was not met or not tested says why; what was met says what shows it.
ALTER TABLE "CovenantTest" ADD CONSTRAINT "CovenantTest_words" CHECK (CASE "result" WHEN 'met' THEN btrim("evidence") <> '' ELSE btrim("reason") <> '' END);
ALTER TABLE "CovenantWaiver" ADD CONSTRAINT "CovenantWaiver_reason" CHECK (btrim("reason") <> '');
-- Two people: who asks for a waiver does not grant it.
ALTER TABLE "CovenantWaiver" ADD CONSTRAINT "CovenantWaiver_decided" CHECK (
  ("verdict" IS NULL) = ("decidedAt" IS NULL) AND ("verdict" IS NULL) = ("decidedById" IS NULL)
  AND ("decidedById" IS NULL OR "decidedById" <> "askedById") AND ("verdict" IS NULL OR "verdict" IN ('granted', 'refused'))
  AND ("verdict" IS NOT DISTINCT FROM 'granted') = ("fromOn" IS NOT NULL) AND ("fromOn" IS NULL OR "fromOn" <= "untilOn")
  AND ("verdict" IS DISTINCT FROM 'refused' OR btrim("answer") <> '')
);
ALTER TABLE "CovenantBreach" ADD CONSTRAINT "CovenantBreach_status" CHECK ("status" IN ('open', 'planned', 'remedied', 'default') AND btrim("text") <> '');
ALTER TABLE "CovenantBreach" ADD CONSTRAINT "CovenantBreach_plan" CHECK ("status" <> 'planned' OR "planDueOn" IS NOT NULL);
ALTER TABLE "BreachStep" ADD CONSTRAINT "BreachStep_kind" CHECK ("kind" IN ('planned', 'remedied', 'default') AND btrim("text") <> '');
ALTER TABLE "BreachStep" ADD CONSTRAINT "BreachStep_plan" CHECK (("kind" = 'planned') = ("dueOn" IS NOT NULL));
ALTER TABLE "ReportSchedule" ADD CONSTRAINT "ReportSchedule_frequency" CHECK ("frequency" IN ('monthly', 'quarterly', 'half-yearly', 'yearly'));
ALTER TABLE "ReportSchedule" ADD CONSTRAINT "ReportSchedule_days" CHECK ("dueDays" BETWEEN 1 AND 366);
ALTER TABLE "ReportSchedule" ADD CONSTRAINT "ReportSchedule_next" CHECK (("nextPeriodFrom" IS NULL) = ("nextDueOn" IS NULL));
ALTER TABLE "ReportSchedule" ADD CONSTRAINT "ReportSchedule_ended" CHECK (("endedOn" IS NULL) = ("endReason" = ''));
CREATE UNIQUE INDEX "ReportSchedule_one_going" ON "ReportSchedule" ("organizationId", "transactionId") WHERE "endedOn" IS NULL;
ALTER TABLE "MonitoringReport" ADD CONSTRAINT "MonitoringReport_period" CHECK ("periodFrom" <= "periodTo" AND "periodTo" < "dueOn");
ALTER TABLE "MonitoringReport" ADD CONSTRAINT "MonitoringReport_status" CHECK ("status" IN ('draft', 'sent', 'questioned', 'accepted'));
ALTER TABLE "MonitoringReportVersion" ADD CONSTRAINT "MonitoringReportVersion_version" CHECK ("version" > 0);
ALTER TABLE "ReportVerdict" ADD CONSTRAINT "ReportVerdict_verdict" CHECK ("verdict" IN ('accepted', 'questioned'));
ALTER TABLE "ReportVerdict" ADD CONSTRAINT "ReportVerdict_comment" CHECK ("verdict" <> 'questioned' OR btrim("comment") <> '');
ALTER TABLE "ReportingAccess" ADD CONSTRAINT "ReportingAccess_kind" CHECK ("kind" IN ('link', 'device'));
ALTER TABLE "MonitoringIncident" ADD CONSTRAINT "MonitoringIncident_kind" CHECK ("kind" IN ('death', 'injury', 'fire', 'violence', 'strike', 'housing',
  'pay', 'environment', 'authority', 'other', 'restricted'));
-- Of a restricted matter nothing stands here but that the lender was told of one.
ALTER TABLE "MonitoringIncident" ADD CONSTRAINT "MonitoringIncident_restricted" CHECK (
  CASE "kind" WHEN 'restricted' THEN "text" = '' AND "died" IS NULL AND "harmed" IS NULL ELSE btrim("text") <> '' END
);
ALTER TABLE "MonitoringIncident" ADD CONSTRAINT "MonitoringIncident_times" CHECK (
  "learnedAt" >= "happenedAt" AND ("toldAt" IS NULL OR "toldAt" >= "happenedAt") AND ("noticeHours" IS NULL) = ("deadlineAt" IS NULL)
  AND "died" >= 0 AND "harmed" >= 0
);
ALTER TABLE "MonitoringIncident" ADD CONSTRAINT "MonitoringIncident_status" CHECK ("status" IN ('open', 'closed'));
ALTER TABLE "IncidentNote" ADD CONSTRAINT "IncidentNote_kind" CHECK ("kind" IN ('follow-up', 'told', 'closed') AND ("kind" = 'told' OR btrim("text") <> ''));

-- A covenant that was tested stays as it was tested, and is ended, not deleted (the whole transaction may go).
CREATE FUNCTION keep_tested_covenant() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "CovenantTest" t WHERE t."organizationId" = OLD."organizationId" AND t."covenantId" = OLD."id") THEN
    IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - ARRAY['nextDueOn', 'endedOn', 'endReason', 'endedById'])
      <> (to_jsonb(OLD) - ARRAY['nextDueOn', 'endedOn', 'endReason', 'endedById'])
    THEN RAISE EXCEPTION 'a covenant that was tested is not changed'; END IF;
    IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM "Transaction" t WHERE t."organizationId" = OLD."organizationId" AND t."id" = OLD."transactionId")
    THEN RAISE EXCEPTION 'a covenant that was tested is ended, not deleted'; END IF;
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
-- After a change, so that policies and keys speak first; before a deletion, which takes the results along.
CREATE TRIGGER keep_changed_covenant AFTER UPDATE ON "Covenant" FOR EACH ROW EXECUTE FUNCTION keep_tested_covenant();
CREATE TRIGGER keep_deleted_covenant BEFORE DELETE ON "Covenant" FOR EACH ROW EXECUTE FUNCTION keep_tested_covenant();

-- A waiver is decided once, and nothing else of it changes.
CREATE FUNCTION keep_waiver() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."verdict" IS NOT NULL OR (to_jsonb(NEW) - ARRAY['verdict', 'fromOn', 'answer', 'decidedById', 'decidedAt'])
    <> (to_jsonb(OLD) - ARRAY['verdict', 'fromOn', 'answer', 'decidedById', 'decidedAt'])
  THEN RAISE EXCEPTION 'a waiver is decided once'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_waiver AFTER UPDATE ON "CovenantWaiver" FOR EACH ROW EXECUTE FUNCTION keep_waiver();

-- What the client reads where it reports, by the role of those who answer: the reports of one transaction and what the lender said of them, not by whom.
DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['MonitoringReport', 'MonitoringReportVersion', 'ReportVerdict'] LOOP
    EXECUTE format(
      'CREATE POLICY reporting ON %I AS RESTRICTIVE TO manumit_respondent '
      'USING ("transactionId" = (NULLIF(current_setting(''app.transaction_id''::text, true), ''''::text))::uuid)', table_name);
  END LOOP;
END $$;
GRANT SELECT ON "MonitoringReport", "MonitoringReportVersion" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "transactionId", "reportId", "version", "verdict", "comment", "at") ON "ReportVerdict" TO manumit_respondent;
