ALTER TABLE "Finding" ADD CONSTRAINT "Finding_evidenceGrade" CHECK ("evidenceGrade" IN ('none', 'self-declared', 'document-uploaded', 'document-checked', 'audit-announced', 'audit-unannounced'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_grade" CHECK ("grade" IN ('critical', 'major', 'moderate', 'minor'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_status" CHECK ("status" IN ('open', 'plan-agreed', 'fixed', 'verified'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_origin" CHECK ("origin" IN ('answer', 'auditor'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_frequency" CHECK ("frequency" IN ('once', 'occasional', 'frequent', 'continuous', 'unknown'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_extent" CHECK ("extent" IN ('isolated', 'systemic'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_methods" CHECK ("methods" <@ ARRAY['document', 'management', 'worker', 'union', 'observation']);
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_agreement" CHECK ("agreement" IN ('agree', 'partly', 'contradict', 'single-source'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_people" CHECK ("peopleAffected" IS NULL OR ("peopleAffected" >= 0 AND NOT "isPeopleUnknown"));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_links" CHECK ("lawUrl" ~ '^https?://' AND "codeUrl" ~ '^https?://');
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_repeat" CHECK ("repeatOfId" <> "id");
-- A person who records a finding states what was seen, the evidence, the number of people or that it is unknown, and whether it is isolated.
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_of_auditor" CHECK ("origin" <> 'auditor' OR (
  btrim("text") <> '' AND "extent" IS NOT NULL AND "recordedById" IS NOT NULL
  AND ("peopleAffected" IS NOT NULL OR "isPeopleUnknown")
  AND ("hasFile" OR cardinality("evidenceIds") > 0 OR btrim("evidenceSeen") <> '')
));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_kind" CHECK ("kind" IN ('corrective', 'remediation'));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_timescale" CHECK ("timescale" IN ('immediate', '30', '60', '90', '180', '365'));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_verification" CHECK ("verification" IN ('desktop', 'follow-up-visit', 'worker-interviews'));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_status" CHECK ("status" IN ('pending', 'in-progress', 'completed', 'verified'));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_words" CHECK (btrim("action") <> '' AND btrim("owner") <> '');
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_agreed" CHECK (("agreedBy" = '') = ("agreedOn" IS NULL));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_committee" CHECK (("committee" = '') = ("committeeOn" IS NULL));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_money" CHECK (
  ("amountMinor" IS NULL) = ("currency" IS NULL) AND ("amountMinor" IS NULL OR "amountMinor" >= 0) AND ("people" IS NULL OR "people" >= 0)
  AND ("currency" IS NULL OR "currency" ~ '^[A-Z]{3}$') AND ("kind" = 'remediation' OR ("amountMinor" IS NULL AND "people" IS NULL))
);
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_completed" CHECK (
  ("status" IN ('completed', 'verified')) = ("completedAt" IS NOT NULL AND ("completedById" IS NOT NULL OR "isFromReport"))
);
-- Completion and verification are by two people, and a verification states what was seen. What a shared report says was verified has no verifier here.
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_verified" CHECK (
  ("status" = 'verified') = ("verifiedAt" IS NOT NULL) AND ("verifiedAt" IS NULL) <= ("verifiedById" IS NULL)
  AND ("verifiedAt" IS NULL OR "verifiedById" IS NOT NULL OR "isFromReport")
  AND ("status" <> 'verified' OR ("isFromReport" AND "verifiedById" IS NULL)
    OR (COALESCE("verifiedById" <> "completedById", "isFromReport") AND btrim("verificationSeen") <> ''))
);
ALTER TABLE "FindingReply" ADD CONSTRAINT "FindingReply_kind" CHECK ("kind" IN ('dispute', 'comment', 'accept'));
ALTER TABLE "FindingReply" ADD CONSTRAINT "FindingReply_verdict" CHECK ("verdict" IN ('upheld', 'changed', 'withdrawn'));
ALTER TABLE "FindingReply" ADD CONSTRAINT "FindingReply_replied" CHECK (
  ("kind" IS NULL) = ("repliedOn" IS NULL) AND ("repliedOn" IS NULL) = ("repliedBy" = '')
  AND ("kind" IS NULL OR "kind" = 'accept' OR btrim("text") <> '') AND ("repliedOn" IS NULL OR "repliedOn" >= "sentOn")
);
ALTER TABLE "FindingReply" ADD CONSTRAINT "FindingReply_answered" CHECK (
  ("verdict" IS NULL) = ("answeredAt" IS NULL) AND ("verdict" IS NULL) = ("answeredById" IS NULL) AND ("verdict" IS NULL OR btrim("answer") <> '')
);
ALTER TABLE "FindingReply" ADD CONSTRAINT "FindingReply_days" CHECK ("dueOn" >= "sentOn");
ALTER TABLE "FindingShare" ADD CONSTRAINT "FindingShare_email" CHECK ("email" = lower("email") AND position('@' IN "email") > 1);
ALTER TABLE "SharedFinding" ADD CONSTRAINT "SharedFinding_words" CHECK (btrim("text") <> '');
ALTER TABLE "SharedFinding" ADD CONSTRAINT "SharedFinding_grade" CHECK ("grade" IN ('critical', 'major', 'moderate', 'minor'));
-- A group of one to four is never a number here.
ALTER TABLE "SharedFinding" ADD CONSTRAINT "SharedFinding_people" CHECK ("people" IN ('unknown', 'under-5', '0') OR "people" ~ '^([5-9]|[1-9][0-9]+)$');
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_kind" CHECK ("kind" IN ('reply', 'action', 'progress', 'extension'));
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_by" CHECK (btrim("by") <> '');
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_reply" CHECK (
  ("kind" = 'reply') = ("replyKind" IS NOT NULL) AND ("replyKind" IS NULL OR "replyKind" IN ('dispute', 'comment', 'accept'))
);
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_action" CHECK (
  ("kind" = 'action') = ("timescale" IS NOT NULL) AND ("timescale" IS NULL OR "timescale" IN ('immediate', '30', '60', '90', '180', '365'))
  AND ("kind" <> 'action' OR (btrim("text") <> '' AND btrim("owner") <> '' AND btrim("rootCause") <> ''))
);
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_of_action" CHECK ("kind" NOT IN ('progress', 'extension') OR ("actionId" IS NOT NULL AND btrim("text") <> ''));
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_extension" CHECK (("kind" = 'extension') = ("newDueOn" IS NOT NULL));
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_verdict" CHECK ("verdict" IN ('accepted', 'returned'));
-- Decided by another person than the author; a return states its reason.
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_decided" CHECK (
  ("verdict" IS NULL) = ("decidedAt" IS NULL) AND ("verdict" IS NULL) = ("decidedById" IS NULL)
  AND ("decidedById" IS NULL OR "decidedById" <> "sentById") AND ("verdict" IS NULL OR "kind" IN ('action', 'progress'))
  AND ("verdict" <> 'returned' OR btrim("answer") <> '')
);
ALTER TABLE "GoodPractice" ADD CONSTRAINT "GoodPractice_text" CHECK (btrim("text") <> '');
ALTER TABLE "SharedWording" ADD CONSTRAINT "SharedWording_words" CHECK (btrim("text") <> '');
ALTER TABLE "SharedWording" ADD CONSTRAINT "SharedWording_grade" CHECK ("grade" IN ('critical', 'major', 'moderate', 'minor'));
