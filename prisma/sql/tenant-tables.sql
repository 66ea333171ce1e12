-- Every table of an organization, by district, with the access of manumit_app. Further policies are in policies/<district>.sql.

-- access
SELECT tenant_table('"FormKey"', 'read-write');
SELECT tenant_table('"GuestAccess"', 'read-write');

-- platform
SELECT tenant_table('"StoredFile"', 'read-write');
SELECT tenant_table('"JobRun"', 'read-write');
SELECT tenant_table('"ReferenceTableEdition"', 'read-write');
SELECT tenant_table('"Activity"', 'append-only');
SELECT tenant_table('"Approval"', 'read-write');
SELECT tenant_table('"SavedView"', 'read-write');
SELECT tenant_table('"ListPreference"', 'read-write');
SELECT tenant_table('"Notification"', 'read-write');

-- documents
SELECT tenant_table('"SigningKey"', 'read-write');
SELECT tenant_table('"PersonalSigningKey"', 'read-write');
SELECT tenant_table('"PersonalSignature"', 'append-only');
SELECT tenant_table('"FrozenDocument"', 'append-only');
SELECT tenant_table('"DocumentFile"', 'append-only');
SELECT tenant_table('"DocumentSignature"', 'append-only');
SELECT tenant_table('"SignatureAddition"', 'append-only');
SELECT tenant_table('"DocumentWithdrawal"', 'append-only');
SELECT tenant_table('"DocumentRecipient"', 'read-write');
SELECT tenant_table('"DocumentRead"', 'append-only');

-- organizations
SELECT tenant_table('"Membership"', 'read-write');
SELECT tenant_table('"Invitation"', 'read-write');

-- suppliers
SELECT tenant_table('"Party"', 'read-write');
SELECT tenant_table('"Supplier"', 'read-write');
SELECT tenant_table('"SupplierTally"', 'read-write');
SELECT tenant_table('"Site"', 'read-write');
SELECT tenant_table('"LabourRecruiter"', 'read-write');
SELECT tenant_table('"RecruiterRecord"', 'append-only');
SELECT tenant_table('"SupplyLink"', 'read-write');
SELECT tenant_table('"OrderTotal"', 'read-write');
SELECT tenant_table('"Source"', 'append-only');
SELECT tenant_table('"Fact"', 'append-only');
SELECT tenant_table('"ImportBatch"', 'read-write');
SELECT tenant_table('"ImportRow"', 'read-write');
SELECT tenant_table('"ColumnMapping"', 'read-write');
SELECT tenant_table('"RecognisedTerm"', 'read-write');
SELECT tenant_table('"SupplierContact"', 'read-write');
SELECT tenant_table('"ContactPerson"', 'read-write');
SELECT tenant_table('"Tag"', 'read-write');
SELECT tenant_table('"SupplierTag"', 'read-write');
SELECT tenant_table('"SupplierFollower"', 'read-write');
SELECT tenant_table('"Note"', 'read-write');
SELECT tenant_table('"NoteMention"', 'read-write');
SELECT tenant_table('"Task"', 'read-write');
SELECT tenant_table('"BoardPaperDraft"', 'read-write');
SELECT tenant_table('"DeclaredParty"', 'read-write');
SELECT tenant_table('"PartyMerge"', 'read-write');
SELECT tenant_table('"MergedParty"', 'read-write');
SELECT tenant_table('"FactTransfer"', 'read-write');
SELECT tenant_table('"MatchDecision"', 'read-write');
SELECT tenant_table('"DuplicatePair"', 'read-write');
SELECT tenant_table('"MatchProposal"', 'read-write');
SELECT tenant_table('"ContradictionAnswer"', 'read-write');

-- questionnaires
SELECT tenant_table('"QuestionnaireResponse"', 'read-write');
SELECT tenant_table('"QuestionnaireTemplate"', 'read-write');
SELECT tenant_table('"QuestionnaireTemplateImport"', 'read-write');
SELECT tenant_table('"QuestionnaireTemplateStep"', 'read-write');
SELECT tenant_table('"QuestionnaireRequest"', 'read-write');
SELECT tenant_table('"Campaign"', 'read-write');
SELECT tenant_table('"CampaignTarget"', 'read-write');
SELECT tenant_table('"Answer"', 'read-write');
SELECT tenant_table('"PreviousAnswer"', 'read-write');
SELECT tenant_table('"AnswerReview"', 'read-write');
SELECT tenant_table('"Evidence"', 'read-write');
SELECT tenant_table('"EvidenceUpload"', 'read-write');

-- findings
SELECT tenant_table('"Finding"', 'read-write');
SELECT tenant_table('"FindingFile"', 'read-write');
SELECT tenant_table('"CorrectiveAction"', 'read-write');
SELECT tenant_table('"FindingReply"', 'read-write');
SELECT tenant_table('"FindingShare"', 'read-write');
SELECT tenant_table('"SharedFinding"', 'read-write');
SELECT tenant_table('"SiteMessage"', 'read-write');
SELECT tenant_table('"SiteMessageFile"', 'read-write');
SELECT tenant_table('"GoodPractice"', 'read-write');
SELECT tenant_table('"SharedWording"', 'append-only');

-- audits
SELECT tenant_table('"Audit"', 'read-write');
SELECT tenant_table('"AuditMember"', 'read-write');
SELECT tenant_table('"AuditEntry"', 'append-only');
SELECT tenant_table('"AuditReceipt"', 'append-only');
SELECT tenant_table('"AuditComment"', 'append-only');
SELECT tenant_table('"AuditChecklist"', 'append-only');
SELECT tenant_table('"AuditSampleFile"', 'read-write');
SELECT tenant_table('"EnteredRequirement"', 'read-write');
SELECT tenant_table('"AuditCommission"', 'read-write');
SELECT tenant_table('"CommissionMessage"', 'append-only');
SELECT tenant_table('"AuditClient"', 'read-write');
SELECT tenant_table('"CommissionPlan"', 'read-write');
SELECT tenant_table('"CommissionAuditor"', 'read-write');
SELECT tenant_table('"ConflictDecision"', 'read-write');
SELECT tenant_table('"ConsultingService"', 'read-write');
SELECT tenant_table('"AuditorCredential"', 'read-write');
SELECT tenant_table('"AuditorAbsence"', 'read-write');

-- risk
SELECT tenant_table('"Alert"', 'read-write');
SELECT tenant_table('"GivenOverride"', 'read-write');
SELECT tenant_table('"Score"', 'append-only');

-- sharing
SELECT tenant_table('"SharedFile"', 'read-write');
SELECT tenant_table('"SharedAccess"', 'read-write');
SELECT tenant_table('"AccessRequest"', 'read-write');
SELECT tenant_table('"AttachedResponse"', 'read-write');
SELECT tenant_table('"AttachedReport"', 'read-write');

-- safeguarding
SELECT tenant_table('"SensitiveCase"', 'read-write');
SELECT tenant_table('"SensitiveCaseMember"', 'read-write');
SELECT tenant_table('"SensitiveCaseEntry"', 'append-only');
SELECT tenant_table('"SensitiveCaseText"', 'read-write');

-- lending
SELECT tenant_table('"Deal"', 'read-write');
SELECT tenant_table('"ApplicabilityScreening"', 'append-only');
SELECT tenant_table('"DealCategorisation"', 'append-only');
SELECT tenant_table('"DealStatusChange"', 'append-only');
SELECT tenant_table('"DealParty"', 'read-write');
SELECT tenant_table('"EsapItem"', 'read-write');
SELECT tenant_table('"EsapAgreement"', 'append-only');
SELECT tenant_table('"EsapComment"', 'append-only');
SELECT tenant_table('"Covenant"', 'read-write');
SELECT tenant_table('"CovenantTest"', 'append-only');
SELECT tenant_table('"CovenantBreach"', 'read-write');
SELECT tenant_table('"BreachStep"', 'append-only');
SELECT tenant_table('"ReportSchedule"', 'read-write');
SELECT tenant_table('"MonitoringReport"', 'read-write');
SELECT tenant_table('"ReportVerdict"', 'append-only');
SELECT tenant_table('"MonitoringIncident"', 'read-write');
SELECT tenant_table('"IncidentNote"', 'append-only');
SELECT tenant_table('"SalientIssue"', 'append-only');
SELECT tenant_table('"StakeholderEngagement"', 'append-only');
SELECT tenant_table('"GrievanceMechanism"', 'append-only');
SELECT tenant_table('"GrievancePeriod"', 'append-only');
SELECT tenant_table('"ConsultantCheck"', 'append-only');
