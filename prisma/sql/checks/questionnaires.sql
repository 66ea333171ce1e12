ALTER TABLE "QuestionnaireResponse" ADD CONSTRAINT "Assessment_kind" CHECK ("kind" IN ('self-assessment', 'audit', 'screening', 'lender-review', 'recruiter-review'));
-- No page opens an assessment that an audit records before the audit is approved.
ALTER TABLE "QuestionnaireResponse" ADD CONSTRAINT "Assessment_status" CHECK ("status" IN ('recording', 'open', 'submitted', 'approved'));
-- A sign-off names its person and time; reopening the answers or sending new ones ends it.
ALTER TABLE "QuestionnaireResponse" ADD CONSTRAINT "Assessment_approved" CHECK (("status" = 'approved') = ("approvedAt" IS NOT NULL) AND ("approvedAt" IS NULL) = ("approvedById" IS NULL));
ALTER TABLE "QuestionnaireResponse" ADD CONSTRAINT "Assessment_unreviewed" CHECK ("unreviewedAtApproval" IS NULL OR ("unreviewedAtApproval" >= 0 AND "approvedAt" IS NOT NULL));
ALTER TABLE "QuestionnaireTemplate" ADD CONSTRAINT "OwnInstrument_status" CHECK ("status" IN ('draft', 'offered'));
ALTER TABLE "QuestionnaireTemplate" ADD CONSTRAINT "OwnInstrument_frozen" CHECK ("frozenAt" IS NULL OR "status" = 'offered');
ALTER TABLE "QuestionnaireTemplate" ADD CONSTRAINT "OwnInstrument_version" CHECK ("version" >= 1);
ALTER TABLE "QuestionnaireTemplate" ADD CONSTRAINT "OwnInstrument_key" CHECK ("frozenAt" IS NULL OR "key" = "code" || '@' || "version" || '.0.0');
ALTER TABLE "QuestionnaireRequest" ADD CONSTRAINT "AnswerRequest_status" CHECK ("status" IN ('invited', 'opened', 'started', 'submitted', 'refused', 'bounced', 'withdrawn'));
ALTER TABLE "QuestionnaireRequest" ADD CONSTRAINT "AnswerRequest_refused" CHECK ("status" <> 'refused' OR "refusedAt" IS NOT NULL);
ALTER TABLE "QuestionnaireRequest" ADD CONSTRAINT "AnswerRequest_email" CHECK ("email" = lower("email") AND position('@' IN "email") > 1);
ALTER TABLE "QuestionnaireRequest" ADD CONSTRAINT "AnswerRequest_chainStatement" CHECK ("chainStatement" IN ('all', 'some', 'none', 'unknown', 'withheld'));
ALTER TABLE "QuestionnaireRequest" ADD CONSTRAINT "AnswerRequest_submitted" CHECK ("status" <> 'submitted' OR ("submittedAt" IS NOT NULL AND ("snapshotId" IS NOT NULL OR "viaResponseId" IS NOT NULL)));
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_status" CHECK ("status" IN ('draft', 'going', 'closed'));
ALTER TABLE "CampaignTarget" ADD CONSTRAINT "CampaignTarget_status" CHECK ("status" IN ('waiting', 'asked', 'sent', 'left-out'));
ALTER TABLE "CampaignTarget" ADD CONSTRAINT "CampaignTarget_reason" CHECK (("status" = 'left-out') = ("reason" IS NOT NULL));
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_shown" CHECK (("shownLocale" IS NULL) = ("shownRevision" IS NULL) AND "shownRevision" >= 0);
ALTER TABLE "AnswerReview" ADD CONSTRAINT "AnswerReview_outcome" CHECK ("outcome" IN ('accepted', 'questioned'));
ALTER TABLE "AnswerReview" ADD CONSTRAINT "AnswerReview_comment" CHECK ("outcome" IS DISTINCT FROM 'questioned' OR "comment" <> '');
ALTER TABLE "AnswerReview" ADD CONSTRAINT "AnswerReview_grade" CHECK ("grade" IS NULL OR ("reason" <> '' AND "gradeBefore" IS NOT NULL));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_grade" CHECK ("grade" IN ('none', 'self-declared', 'document-uploaded', 'document-checked', 'audit-announced', 'audit-unannounced'));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_audience" CHECK ("audience" <@ ARRAY['buyer', 'auditor', 'lender'] AND "redactedAudience" <@ ARRAY['buyer', 'auditor', 'lender']);
ALTER TABLE "EvidenceUpload" ADD CONSTRAINT "EvidenceUpload_size" CHECK ("sizeBytes" > 0 AND "receivedBytes" BETWEEN 0 AND "sizeBytes");
