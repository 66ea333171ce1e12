-- Indexes over some rows of a table, which schema.prisma cannot express.

-- One key with which an organization signs, and one current schedule of a deal.
CREATE UNIQUE INDEX "SigningKey_one_in_use" ON "SigningKey" ("organizationId") WHERE "retiredAt" IS NULL;
CREATE UNIQUE INDEX "ReportSchedule_one_going" ON "ReportSchedule" ("organizationId", "dealId") WHERE "endedOn" IS NULL;
-- Each item and each finding is proposed once in a deal.
CREATE UNIQUE INDEX "SalientIssue_item_once" ON "SalientIssue" ("organizationId", "dealId", "itemKey") WHERE "version" = 1;
CREATE UNIQUE INDEX "SalientIssue_finding_once" ON "SalientIssue" ("organizationId", "dealId", "findingId") WHERE "version" = 1;
-- The indicators of an audit count once.
CREATE UNIQUE INDEX "GivenOverride_signs_once" ON "GivenOverride" ("organizationId", "auditId") WHERE "reading" IS NOT NULL;
-- Archived suppliers are few among many: to count and list them.
CREATE INDEX "Supplier_archived" ON "Supplier" ("organizationId", "nameKey", "partyId") WHERE "archivedAt" IS NOT NULL;
-- One open proposal of a kind and subject.
CREATE UNIQUE INDEX "Approval_one_open" ON "Approval" ("organizationId", "kind", "partyId", "actionId", "covenantId", "breachId", "caseId", "checkId", "auditId", "item") NULLS NOT DISTINCT WHERE "state" = 'open';
-- The order of the list of suppliers, whole and by band, with what the list is filtered by most: pages and counts are read from these without the table.
CREATE INDEX "Supplier_by_risk" ON "Supplier" ("organizationId", "riskOrder", "partyId")
  INCLUDE ("band", "country", "sector", "tier", "basis", "auditedOn", "ownerId") WHERE "archivedAt" IS NULL;
CREATE INDEX "Supplier_by_band" ON "Supplier" ("organizationId", "band", "riskOrder", "partyId")
  INCLUDE ("country", "sector", "tier", "basis", "auditedOn", "ownerId") WHERE "archivedAt" IS NULL;
-- Suppliers without a score come last in the order of risk, by name.
CREATE INDEX "Supplier_not_scored" ON "Supplier" ("organizationId", "nameKey", "partyId") WHERE "riskOrder" IS NULL;
-- A member has one default view of a list.
CREATE UNIQUE INDEX "ListPreference_one_default" ON "ListPreference" ("organizationId", "userId", "list") WHERE "isDefault";
-- What is due of suppliers: open responses, findings that are not verified, open tasks. Lists and queues read the earliest of many.
CREATE INDEX "QuestionnaireResponse_due" ON "QuestionnaireResponse" ("organizationId", "dueOn", "partyId") WHERE "status" = 'open' AND "dueOn" IS NOT NULL;
CREATE INDEX "Finding_due" ON "Finding" ("organizationId", "dueOn", "partyId") WHERE "status" <> 'verified' AND "withdrawnAt" IS NULL AND "dueOn" IS NOT NULL;
CREATE INDEX "Task_due" ON "Task" ("organizationId", "dueOn", "partyId") WHERE "doneAt" IS NULL;
-- What waits for a letter, and what is unread, are few among many.
CREATE INDEX "Notification_mail_due" ON "Notification" ("organizationId", "userId") WHERE "isMailDue";
CREATE INDEX "Notification_unread" ON "Notification" ("organizationId", "userId", "event") WHERE "readAt" IS NULL;
-- What the navigation counts on every page: answers to review, audits that are not over, corrective actions to verify or to carry out.
CREATE INDEX "QuestionnaireResponse_submitted" ON "QuestionnaireResponse" ("organizationId") WHERE "status" = 'submitted';
CREATE INDEX "Audit_current" ON "Audit" ("organizationId", "status", "startsOn") WHERE "status" IN ('planned', 'on-site', 'in-review');
CREATE INDEX "CorrectiveAction_completed" ON "CorrectiveAction" ("organizationId", "findingId") WHERE "status" = 'completed';
CREATE INDEX "CorrectiveAction_due" ON "CorrectiveAction" ("organizationId", "ownerMemberId", "dueOn") WHERE "status" IN ('pending', 'in-progress');
