ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_product" CHECK ("product" IN ('advisory', 'project-finance', 'corporate-loan', 'bridge-loan', 'refinance', 'other'));
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_sector" CHECK ("sector" IN ('mining', 'infrastructure', 'oil-and-gas', 'power', 'others'));
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_stage" CHECK ("stage" IN ('planning', 'construction', 'operation', 'decommissioning'));
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_lenderRole" CHECK ("lenderRole" IN ('lender', 'arranger', 'agent', 'adviser'));
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_refinancedBy" CHECK ("refinancedBy" IN ('project-finance', 'corporate-loan', 'other'));
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_currency" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_amounts" CHECK ("capitalCostMinor" >= 0 AND "loanTotalMinor" >= 0 AND "commitmentMinor" >= 0 AND "tenorMonths" > 0 AND "usdRate" > 0);
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_rate" CHECK (("usdRate" IS NULL) = ("usdRateOn" IS NULL));
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_hostCountries" CHECK (cardinality("hostCountries") BETWEEN 1 AND 20);
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_closed" CHECK ("closedOn" IS NULL OR ("signedOn" IS NOT NULL AND "closedOn" >= "signedOn"));
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_status" CHECK ("status" IN ('draft', 'screened', 'categorised', 'assessed', 'reviewed', 'plan-agreed',
  'committee', 'conditions-met', 'closed', 'monitoring', 'exited', 'held', 'declined'));
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_held" CHECK (("status" = 'held') = ("heldFrom" IS NOT NULL));
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_region" CHECK ("region" IN ('americas', 'emea', 'asia-pacific'));
ALTER TABLE "ApplicabilityScreening" ADD CONSTRAINT "TransactionScope_edition" CHECK ("edition" IN ('EP3', 'EP4'));
ALTER TABLE "ApplicabilityScreening" ADD CONSTRAINT "TransactionScope_result" CHECK ("result" IN ('in', 'out', 'unknown'));
ALTER TABLE "DealCategorisation" ADD CONSTRAINT "TransactionCategory_category" CHECK ("category" IN ('A', 'B', 'C'));
ALTER TABLE "DealStatusChange" ADD CONSTRAINT "TransactionStep_decision" CHECK ("decision" IN ('approve', 'approve-with-conditions', 'hold', 'decline'));
ALTER TABLE "DealStatusChange" ADD CONSTRAINT "TransactionStep_conditions" CHECK ("decision" <> 'approve-with-conditions' OR "conditions" <> '');
ALTER TABLE "DealStatusChange" ADD CONSTRAINT "TransactionStep_reason" CHECK ("reason" <> '' OR ("decision" IS NULL AND "toStatus" NOT IN ('held', 'declined')));
ALTER TABLE "DealParty" ADD CONSTRAINT "TransactionParty_part" CHECK ("part" IN ('sponsor', 'epc-contractor', 'subcontractor', 'labour-recruiter', 'camp', 'primary-supplier', 'operator'));
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapLine_number" CHECK ("number" > 0);
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapLine_action" CHECK (btrim("action") <> '');
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapLine_milestone" CHECK ("milestone" IN ('cp-signing', 'cp-disbursement', 'construction', 'operation'));
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapLine_cost" CHECK (("costMinor" IS NULL) = ("currency" IS NULL) AND "costMinor" >= 0 AND "currency" ~ '^[A-Z]{3}$');
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapLine_source" CHECK ("itemKey" IS NULL OR "findingId" IS NULL);
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapLine_status" CHECK ("status" IN ('open', 'in-progress', 'done', 'verified', 'dropped'));
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapLine_dropped" CHECK ("status" <> 'dropped' OR btrim("statusReason") <> '');
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapLine_done" CHECK (
  ("status" IN ('done', 'verified')) = ("doneById" IS NOT NULL) AND ("doneById" IS NULL) = ("doneAt" IS NULL)
  AND ("doneById" IS NULL OR btrim("doneNote") <> ''));
-- Verified by another person than the one who marked it done, who describes what was seen.
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapLine_verified" CHECK (
  ("status" = 'verified') = ("verifiedById" IS NOT NULL) AND ("verifiedById" IS NULL) = ("verifiedAt" IS NULL)
  AND ("verifiedById" IS NULL OR ("verifiedById" <> "doneById" AND btrim("verifiedSeen") <> '')));
ALTER TABLE "EsapAgreement" ADD CONSTRAINT "EsapAgreement_how" CHECK ("how" IN ('link', 'paper') AND ("how" = 'paper') = ("byUserId" IS NOT NULL));
ALTER TABLE "EsapAgreement" ADD CONSTRAINT "EsapAgreement_who" CHECK (btrim("name") <> '' AND btrim("function") <> '');
ALTER TABLE "EsapComment" ADD CONSTRAINT "EsapComment_text" CHECK (btrim("text") <> '');
ALTER TABLE "EsapComment" ADD CONSTRAINT "EsapComment_client" CHECK (
  "versionId" IS NULL OR ("byUserId" IS NULL AND btrim("byName") <> '' AND btrim("byFunction") <> ''));
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
-- A covenant not met or not tested has a reason; one that is met has evidence.
ALTER TABLE "CovenantTest" ADD CONSTRAINT "CovenantTest_words" CHECK (CASE "result" WHEN 'met' THEN btrim("evidence") <> '' ELSE btrim("reason") <> '' END);
ALTER TABLE "CovenantBreach" ADD CONSTRAINT "CovenantBreach_status" CHECK ("status" IN ('open', 'planned', 'remedied', 'default') AND btrim("text") <> '');
ALTER TABLE "CovenantBreach" ADD CONSTRAINT "CovenantBreach_plan" CHECK ("status" <> 'planned' OR "planDueOn" IS NOT NULL);
ALTER TABLE "BreachStep" ADD CONSTRAINT "BreachStep_kind" CHECK ("kind" IN ('planned', 'remedied', 'default') AND btrim("text") <> '');
ALTER TABLE "BreachStep" ADD CONSTRAINT "BreachStep_plan" CHECK (("kind" = 'planned') = ("dueOn" IS NOT NULL));
ALTER TABLE "ReportSchedule" ADD CONSTRAINT "ReportSchedule_frequency" CHECK ("frequency" IN ('monthly', 'quarterly', 'half-yearly', 'yearly'));
ALTER TABLE "ReportSchedule" ADD CONSTRAINT "ReportSchedule_days" CHECK ("dueDays" BETWEEN 1 AND 366);
ALTER TABLE "ReportSchedule" ADD CONSTRAINT "ReportSchedule_next" CHECK (("nextPeriodFrom" IS NULL) = ("nextDueOn" IS NULL));
ALTER TABLE "ReportSchedule" ADD CONSTRAINT "ReportSchedule_ended" CHECK (("endedOn" IS NULL) = ("endReason" = ''));
ALTER TABLE "MonitoringReport" ADD CONSTRAINT "MonitoringReport_period" CHECK ("periodFrom" <= "periodTo" AND "periodTo" < "dueOn");
ALTER TABLE "MonitoringReport" ADD CONSTRAINT "MonitoringReport_status" CHECK ("status" IN ('draft', 'sent', 'questioned', 'accepted'));
ALTER TABLE "ReportVerdict" ADD CONSTRAINT "ReportVerdict_verdict" CHECK ("verdict" IN ('accepted', 'questioned'));
ALTER TABLE "ReportVerdict" ADD CONSTRAINT "ReportVerdict_comment" CHECK ("verdict" <> 'questioned' OR btrim("comment") <> '');
ALTER TABLE "MonitoringIncident" ADD CONSTRAINT "MonitoringIncident_kind" CHECK ("kind" IN ('death', 'injury', 'fire', 'violence', 'strike', 'housing',
  'pay', 'environment', 'authority', 'other', 'restricted'));
-- Of a sensitive case only the fact that the lender was notified is recorded here.
ALTER TABLE "MonitoringIncident" ADD CONSTRAINT "MonitoringIncident_restricted" CHECK (
  CASE "kind" WHEN 'restricted' THEN "text" = '' AND "died" IS NULL AND "harmed" IS NULL ELSE btrim("text") <> '' END
);
ALTER TABLE "MonitoringIncident" ADD CONSTRAINT "MonitoringIncident_times" CHECK (
  "learnedAt" >= "happenedAt" AND ("reportedAt" IS NULL OR "reportedAt" >= "happenedAt") AND ("noticeHours" IS NULL) = ("deadlineAt" IS NULL)
  AND "died" >= 0 AND "harmed" >= 0
);
ALTER TABLE "MonitoringIncident" ADD CONSTRAINT "MonitoringIncident_status" CHECK ("status" IN ('open', 'closed'));
ALTER TABLE "IncidentNote" ADD CONSTRAINT "IncidentNote_kind" CHECK ("kind" IN ('follow-up', 'told', 'closed') AND ("kind" = 'told' OR btrim("text") <> ''));
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_place" CHECK ("number" > 0 AND "version" > 0);
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_topic" CHECK ("topic" IN ('forced-labour', 'recruitment-fees', 'papers-and-movement', 'migrant-terms',
  'child-labour', 'association', 'discrimination', 'harassment', 'wages-hours', 'safety', 'housing', 'dismissal', 'grievance', 'supply-chain', 'security',
  'land', 'community-health', 'indigenous', 'other') AND btrim("title") <> '');
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_people" CHECK (
  "affected" <@ ARRAY['project', 'contracted', 'supply-chain', 'communities'] AND "vulnerable" <@ ARRAY['migrants', 'women', 'young']
);
-- A grade has a reason; null means not known.
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_grades" CHECK (
  "scale" BETWEEN 1 AND 5 AND "scope" BETWEEN 1 AND 5 AND "irremediability" BETWEEN 1 AND 5 AND "likelihood" BETWEEN 1 AND 5
);
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_reasons" CHECK (
  ("scale" IS NULL OR btrim("scaleReason") <> '') AND ("scope" IS NULL OR btrim("scopeReason") <> '')
  AND ("irremediability" IS NULL OR btrim("irremediabilityReason") <> '') AND ("likelihood" IS NULL OR btrim("likelihoodReason") <> '')
);
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_residual" CHECK (
  "residual" IS NULL OR "residual" IN ('unchanged', 'lower', 'much-lower') AND btrim("residualReason") <> ''
);
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_status" CHECK (
  "status" IN ('open', 'closed') AND ("status" = 'open' OR btrim("statusReason") <> '') AND ("itemKey" IS NULL OR "findingId" IS NULL)
);
-- A count is a number, *fewer than five* or *not known*: one to four are never kept.
ALTER TABLE "StakeholderEngagement" ADD CONSTRAINT "Engagement_people" CHECK ("people" ~ '^(unknown|under-5|0|[5-9]|[1-9][0-9]{1,7})$');
ALTER TABLE "StakeholderEngagement" ADD CONSTRAINT "Engagement_words" CHECK (
  "number" > 0 AND "version" > 0 AND btrim("subjects") <> '' AND btrim("languages") <> ''
  AND "way" IN ('meeting', 'small-group', 'interviews', 'survey', 'hearing', 'visit', 'writing')
  AND "groups" <@ ARRAY['workers', 'contracted', 'migrants', 'women', 'representatives', 'communities', 'indigenous', 'organizations', 'authorities']
);
ALTER TABLE "GrievanceMechanism" ADD CONSTRAINT "GrievanceMechanism_words" CHECK (
  "number" > 0 AND "version" > 0 AND btrim("name") <> '' AND "audience" IN ('workers', 'communities', 'both')
  AND "operator" IN ('client', 'contractor', 'independent', 'union', 'authority')
  AND "channels" <@ ARRAY['person', 'box', 'phone', 'message', 'web', 'representative']
  AND "isAnonymous" IN ('yes', 'no', 'unknown') AND "isFree" IN ('yes', 'no', 'unknown') AND "noRetaliation" IN ('yes', 'no', 'unknown')
);
ALTER TABLE "GrievancePeriod" ADD CONSTRAINT "GrievancePeriod_counts" CHECK (
  "opened" ~ '^(unknown|under-5|0|[5-9]|[1-9][0-9]{1,7})$' AND "closed" ~ '^(unknown|under-5|0|[5-9]|[1-9][0-9]{1,7})$'
  AND "retaliation" ~ '^(unknown|under-5|0|[5-9]|[1-9][0-9]{1,7})$'
);
-- The median of fewer than five could be one person's.
ALTER TABLE "GrievancePeriod" ADD CONSTRAINT "GrievancePeriod_median" CHECK (
  "medianDays" IS NULL OR "medianDays" >= 0 AND "closed" ~ '^([5-9]|[1-9][0-9]{1,7})$'
);
ALTER TABLE "GrievancePeriod" ADD CONSTRAINT "GrievancePeriod_period" CHECK ("periodFrom" <= "periodTo" AND "version" > 0 AND "mechanismNumber" > 0);
ALTER TABLE "ConsultantCheck" ADD CONSTRAINT "ConsultantCheck_words" CHECK (
  "number" > 0 AND "version" > 0 AND btrim("name") <> '' AND btrim("firm") <> '' AND "purpose" IN ('review', 'monitoring')
  AND "isRequired" IN ('yes', 'no') AND btrim("requiredReason") <> '' AND "isShared" IN ('yes', 'no', 'unknown')
);
-- Each tie is described; conclusions are those of a report.
ALTER TABLE "ConsultantCheck" ADD CONSTRAINT "ConsultantCheck_ties" CHECK (
  btrim("paidBy") <> '' AND btrim("earlierWork") <> '' AND btrim("financialInterest") <> '' AND btrim("ownDocuments") <> '' AND btrim("otherTies") <> ''
  AND ("conclusions" = '' OR "reportOn" IS NOT NULL)
);
