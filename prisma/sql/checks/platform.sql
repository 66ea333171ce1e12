ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_scan" CHECK ("scan" IN ('not-scanned', 'waiting', 'clean', 'infected', 'failed'));
ALTER TABLE "JobRun" ADD CONSTRAINT "Run_status" CHECK ("status" IN ('waiting', 'running', 'done', 'failed', 'cancelled'));
ALTER TABLE "JobRun" ADD CONSTRAINT "Run_attempt" CHECK ("attempt" BETWEEN 0 AND "attempts");
ALTER TABLE "JobRun" ADD CONSTRAINT "Run_nextAttemptAt" CHECK ("nextAttemptAt" IS NULL OR "attempt" < "attempts");
ALTER TABLE "ReferenceTableEdition" ADD CONSTRAINT "ReferenceTableEdition_confirmed" CHECK (("confirmedAt" IS NULL) = ("hash" IS NULL) AND ("confirmedAt" IS NULL) = ("confirmedById" IS NULL));
ALTER TABLE "ReferenceTableEdition" ADD CONSTRAINT "ReferenceTableEdition_withdrawn" CHECK (
    ("withdrawnAt" IS NULL) = ("withdrawnById" IS NULL) AND ("withdrawnAt" IS NULL) = ("withdrawReason" IS NULL)
    AND ("withdrawnAt" IS NULL OR "confirmedAt" IS NOT NULL));
ALTER TABLE "ReferenceTableEdition" ADD CONSTRAINT "ReferenceTableEdition_hash" CHECK ("hash" IS NULL OR "hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_state" CHECK ("state" IN ('open', 'approved', 'rejected', 'withdrawn', 'expired', 'revoked'));
-- Exactly the subject of the kind.
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_subject" CHECK (
  num_nonnulls("partyId", "actionId", "covenantId", "breachId", "caseId", "checkId", "auditId") = 1 AND CASE "kind"
    WHEN 'override-waiver' THEN "partyId" IS NOT NULL AND "item" <> ''
    WHEN 'due-date-extension' THEN "actionId" IS NOT NULL AND "item" = ''
    WHEN 'covenant-deletion' THEN "covenantId" IS NOT NULL AND "item" = ''
    WHEN 'covenant-end' THEN "covenantId" IS NOT NULL AND "item" = ''
    WHEN 'breach-remedy' THEN "breachId" IS NOT NULL AND "item" = ''
    WHEN 'covenant-waiver' THEN "covenantId" IS NOT NULL AND "item" = ''
    WHEN 'recruiter-status' THEN "partyId" IS NOT NULL AND "item" = ''
    WHEN 'consultant-independence' THEN "checkId" IS NOT NULL AND "item" = ''
    WHEN 'audit-gate-point' THEN "auditId" IS NOT NULL AND "item" <> ''
    WHEN 'verification-gate-point' THEN "actionId" IS NOT NULL AND "item" <> ''
    WHEN 'sensitive-case-decision' THEN "caseId" IS NOT NULL
      AND "item" IN ('authorities', 'release', 'assign', 'unassign', 'close', 'reopen', 'hold', 'end-hold')
    ELSE FALSE
  END
);
-- A status has a reason code beside its text, the record of a consultant is its own reason, and texts of a sensitive case are sealed in its log.
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_reason" CHECK (
  CASE "kind"
    WHEN 'recruiter-status' THEN "payload" ->> 'reasonCode' IS NOT NULL
    WHEN 'consultant-independence' THEN "reason" = ''
    WHEN 'sensitive-case-decision' THEN "reason" = '' AND "decisionNote" = '' AND "payload" = '{}'
    ELSE btrim("reason") <> ''
  END
);
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_decided" CHECK (
  ("state" = 'open') = ("decidedAt" IS NULL) AND ("state" IN ('open', 'expired')) = ("decidedById" IS NULL)
);
-- A covenant waiver expires after its last day, the judgement of a consultant when a later record replaces the one to judge; no other kind expires.
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_ends" CHECK (
  ("expiresAt" IS NOT NULL) = ("kind" = 'covenant-waiver') AND ("state" <> 'expired' OR "kind" IN ('covenant-waiver', 'consultant-independence'))
  AND ("state" <> 'withdrawn' OR "kind" IN ('override-waiver', 'due-date-extension', 'recruiter-status', 'sensitive-case-decision', 'audit-gate-point', 'verification-gate-point'))
);
-- An accepted gate point is revoked with a reason; no other decision is.
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_revoked" CHECK (
  ("state" = 'revoked') = ("revokedAt" IS NOT NULL) AND ("revokedAt" IS NULL) = ("revokedById" IS NULL) AND ("revokedAt" IS NULL) = (btrim("revokeReason") = '')
  AND ("state" <> 'revoked' OR "kind" IN ('audit-gate-point', 'verification-gate-point'))
);
-- The proposer may withdraw a proposal, and decides nothing else about it.
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_two_people" CHECK (
  "decidedById" IS NULL OR ("state" = 'withdrawn') = ("decidedById" = "proposedById")
);
-- A site proposes more time and nothing else, and withdraws nothing.
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_proposer" CHECK (
  "proposer" = 'member' OR "proposer" = 'site' AND "kind" = 'due-date-extension' AND "state" <> 'withdrawn'
);
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_explained" CHECK (
  "kind" IN ('override-waiver', 'sensitive-case-decision') OR "state" <> 'rejected' OR btrim("decisionNote") <> ''
);
-- The independence of a consultant and a gate point are decided with reasons, either way.
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_judged" CHECK (
  "kind" NOT IN ('consultant-independence', 'audit-gate-point', 'verification-gate-point') OR "state" NOT IN ('approved', 'rejected')
  OR btrim("decisionNote") <> ''
);
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_extension" CHECK (
  "kind" <> 'due-date-extension' OR ("payload" ->> 'newDueOn')::date > ("payload" ->> 'oldDueOn')::date IS TRUE
);
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_covenant" CHECK (
  CASE "kind"
    WHEN 'covenant-end' THEN ("payload" ->> 'endedOn')::date IS NOT NULL
    WHEN 'covenant-waiver' THEN ("payload" ->> 'untilOn')::date IS NOT NULL
      AND ("state" <> 'approved' OR ("decidedAt" AT TIME ZONE 'UTC')::date <= ("payload" ->> 'untilOn')::date)
    ELSE TRUE
  END
);
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_list" CHECK ("list" IN ('suppliers', 'findings', 'requests'));
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_text" CHECK (btrim("name") <> '' AND length("name") <= 80 AND length("query") <= 4000);
ALTER TABLE "ListPreference" ADD CONSTRAINT "ListPreference_list" CHECK ("list" IN ('suppliers', 'findings', 'requests'));
-- The events of app/platform/notifications/notification-events.ts. None is about a sensitive case.
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_event" CHECK ("event" IN (
  'task-assigned', 'supplier-assigned', 'action-assigned', 'audit-assigned', 'commission-received', 'commission-changed', 'credential-expiring', 'note-mention', 'task-due', 'task-overdue', 'action-due', 'action-overdue',
  'alert-raised', 'response-received', 'finding-replied', 'site-message', 'report-ready', 'audit-returned', 'audit-replied', 'score-report-ready', 'deal-report-ready',
  'band-changed', 'followed-alert', 'followed-finding', 'audit-starting', 'request-overdue', 'covenant-due', 'covenant-overdue', 'monitoring-due',
  'monitoring-overdue'
));
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_count" CHECK ("count" > 0);
ALTER TABLE "NotificationKey" ADD CONSTRAINT "NotificationKey_purpose" CHECK (
  "purpose" = 'calendar' AND "expiresAt" IS NULL OR "purpose" = 'unsubscribe' AND "expiresAt" IS NOT NULL
);
