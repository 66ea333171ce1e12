-- Rights beside those that tenant_table() grants to manumit_app. Rights to execute a function are beside the function.

-- Global tables.
GRANT SELECT, INSERT, UPDATE, DELETE ON "User", "Credential", "Session", "MagicLink", "EmailChange", "Organization", "GuestKey", "NotificationKey", "RateLimit" TO manumit_app;
GRANT SELECT ON "Translator", "MeasuredPace" TO manumit_app;
GRANT SELECT, INSERT ON "TranslatedString" TO manumit_app;
GRANT USAGE ON SEQUENCE "TranslatedString_id_seq" TO manumit_app;
-- Read by /readyz: which migrations are applied, and nothing else of them, since their logs may quote data. A database that is only compared with
-- schema.prisma has no such table.
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    GRANT SELECT (migration_name, finished_at, rolled_back_at) ON "_prisma_migrations" TO manumit_app;
  END IF;
END $$;

-- Guests. Their policies narrow them to the rows of one link; columns are named wherever not all are theirs. They have no right to "GuestAccess" and
-- "GuestKey": the caller is established before the role is taken.
-- platform
GRANT SELECT, INSERT ON "StoredFile" TO manumit_respondent;
GRANT INSERT ON "Activity" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "actionId", "payload", "reason", "proposedAt", "state", "decisionNote") ON "Approval" TO manumit_respondent;
-- documents
GRANT INSERT, SELECT ("organizationId", "id", "kind", "responseId", "monitoringReportId", "item", "version", "schemaVersion", "content", "hash", "issuedAt")
  ON "FrozenDocument" TO manumit_respondent;
GRANT SELECT, INSERT, UPDATE ("revokedAt", "supersededAt") ON "DocumentRecipient" TO manumit_respondent;
-- questionnaires
GRANT SELECT, UPDATE ("status", "submittedAt", "opened") ON "QuestionnaireResponse" TO manumit_respondent;
GRANT SELECT ON "QuestionnaireTemplate" TO manumit_respondent;
GRANT SELECT, UPDATE ("snapshotId", "status", "startedAt", "submittedAt", "receivedAt", "refusedAt", "refusalReason", "chainNote", "chainStatement")
  ON "QuestionnaireRequest" TO manumit_respondent;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Answer" TO manumit_respondent;
GRANT SELECT ON "PreviousAnswer" TO manumit_respondent;
GRANT SELECT ("organizationId", "responseId", "question", "comment", "sentBackAt") ON "AnswerReview" TO manumit_respondent;
GRANT SELECT, INSERT, UPDATE ("removedAt", "audience", "redactedAudience", "redactedFileId", "validUntil") ON "Evidence" TO manumit_respondent;
GRANT SELECT, INSERT, UPDATE ("receivedBytes", "evidenceId", "refusal") ON "EvidenceUpload" TO manumit_respondent;
-- findings
GRANT SELECT ("organizationId", "id", "status", "withdrawnAt") ON "Finding" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "findingId", "kind", "action", "owner", "dueOn", "status", "completedAt", "verifiedAt", "reopenedAt",
  "createdAt")
  ON "CorrectiveAction" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "findingId", "sentOn", "dueOn", "kind", "text", "repliedBy", "repliedOn", "verdict", "answer", "createdAt")
  ON "FindingReply" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "locale", "message", "dueOn", "createdAt", "withdrawnAt", "visit") ON "FindingShare" TO manumit_respondent;
GRANT SELECT ON "SharedFinding" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "shareId", "findingId", "actionId", "kind", "by", "text", "replyKind", "rootCause", "owner",
  "timescale", "isDone", "newDueOn", "sentAt", "verdict", "answer", "decidedAt")
  ON "SiteMessage" TO manumit_respondent;
GRANT SELECT ON "SiteMessageFile" TO manumit_respondent;
GRANT SELECT ON "SharedWording" TO manumit_respondent;
-- sharing
GRANT SELECT, INSERT, DELETE ON "SharedFile" TO manumit_respondent;
-- lending
GRANT SELECT ("organizationId", "id", "versionId", "name", "function", "agreedOn", "at") ON "EsapAgreement" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "itemId", "versionId", "text", "byName", "byFunction", "at") ON "EsapComment" TO manumit_respondent;
GRANT SELECT ON "MonitoringReport" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "dealId", "reportId", "version", "verdict", "comment", "at") ON "ReportVerdict" TO manumit_respondent;

-- Functions that run as manumit_search.
-- platform
GRANT SELECT ("organizationId", "userId", "isMailDue") ON "Notification" TO manumit_search;
-- documents
GRANT SELECT ("organizationId", "id", "fingerprint", "retiredAt") ON "SigningKey" TO manumit_search;
GRANT SELECT ("organizationId", "id", "kind", "item", "content", "hash", "issuedAt") ON "FrozenDocument" TO manumit_search;
GRANT SELECT ON "DocumentFile" TO manumit_search;
GRANT SELECT ON "DocumentSignature" TO manumit_search;
GRANT SELECT ON "DocumentWithdrawal" TO manumit_search;
GRANT SELECT ("organizationId", "documentId", "form", "kind", "fingerprint", "addedAt", "personalId") ON "SignatureAddition" TO manumit_search;
GRANT SELECT ("organizationId", "id", "protection") ON "PersonalSignature" TO manumit_search;
GRANT SELECT, UPDATE ("times") ON "DocumentRead" TO manumit_search;
-- suppliers
GRANT SELECT ON "Party" TO manumit_search;
-- questionnaires
GRANT SELECT ON "QuestionnaireRequest" TO manumit_search;
-- safeguarding
GRANT SELECT ON "SensitiveCaseMember" TO manumit_search;

-- These functions run as manumit_search, whose policies admit more than one organization; each function limits what it returns.
GRANT CREATE ON SCHEMA public TO manumit_search;
ALTER FUNCTION is_assigned(uuid) OWNER TO manumit_search;
ALTER FUNCTION people_of_cases() OWNER TO manumit_search;
ALTER FUNCTION people_to_mail() OWNER TO manumit_search;
ALTER FUNCTION search_parties(text) OWNER TO manumit_search;
ALTER FUNCTION is_unassigned(uuid) OWNER TO manumit_search;
ALTER FUNCTION requests_to_address(text) OWNER TO manumit_search;
ALTER FUNCTION count_read(uuid,uuid,text,text) OWNER TO manumit_search;
ALTER FUNCTION published_results(uuid) OWNER TO manumit_search;
ALTER FUNCTION issued_report(text) OWNER TO manumit_search;
REVOKE CREATE ON SCHEMA public FROM manumit_search;
