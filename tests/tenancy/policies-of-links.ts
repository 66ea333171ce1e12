import type { Policy } from './catalogue';
import { policyOf } from './policy-words';

const assessment = `(NULLIF(current_setting('app.assessment_id'::text, true), ''::text))::uuid`;
const planVersion = `(NULLIF(current_setting('app.plan_version_id'::text, true), ''::text))::uuid`;
const share = `(NULLIF(current_setting('app.share_id'::text, true), ''::text))::uuid`;
const reported = `(NULLIF(current_setting('app.transaction_id'::text, true), ''::text))::uuid`;
/** Of what stands in the share that a site reads. */
const inShare = (table: string, id = '"findingId"') =>
  `(EXISTS ( SELECT 1\n   FROM "SharedFinding" s\n  WHERE ((s."organizationId" = "${table}"."organizationId") AND (s."findingId" = "${table}".${id}))))`;

const narrows = policyOf('RESTRICTIVE', 'manumit_respondent', 'ALL');

/** What narrows a caller without an account to the one thing that its link leads to, word for word. */
export const policiesOfLinks: Policy[] = [
  narrows(
    'ActionExtension',
    'site',
    `(EXISTS ( SELECT 1\n   FROM "CorrectiveAction" a\n  WHERE ((a."organizationId" = "ActionExtension"."organizationId") AND (a.id = "ActionExtension"."actionId"))))`,
  ),
  narrows(
    'Activity',
    'respondent',
    `(("recordKind" = 'assessment'::text) AND ("recordId" = NULLIF(current_setting('app.assessment_id'::text, true), ''::text)))`,
  ),
  narrows('Answer', 'respondent', `("assessmentId" = ${assessment})`),
  narrows('AnswerRequest', 'respondent', `("assessmentId" = ${assessment})`),
  narrows('AnswerReview', 'respondent', `("assessmentId" = ${assessment})`),
  narrows('Assessment', 'respondent', `(id = ${assessment})`),
  narrows('CorrectiveAction', 'site', inShare('CorrectiveAction')),
  narrows('EarlierAnswer', 'respondent', `("assessmentId" = ${assessment})`),
  narrows('EsapAgreement', 'client', `("versionId" = ${planVersion})`),
  narrows('EsapComment', 'client', `("versionId" = ${planVersion})`),
  narrows('EsapVersion', 'client', `(id = ${planVersion})`),
  narrows('Evidence', 'respondent', `("assessmentId" = ${assessment})`),
  narrows('EvidenceUpload', 'respondent', `("assessmentId" = ${assessment})`),
  narrows('Finding', 'site', inShare('Finding', 'id')),
  narrows('FindingReply', 'site', inShare('FindingReply')),
  narrows('FindingShare', 'site', `(id = ${share})`),
  narrows('MonitoringReport', 'reporting', `("transactionId" = ${reported})`),
  narrows('MonitoringReportVersion', 'reporting', `("transactionId" = ${reported})`),
  narrows(
    'OwnInstrument',
    'respondent',
    `(key = ( SELECT a."instrumentKey"\n   FROM "Assessment" a\n  WHERE ((a."organizationId" = "OwnInstrument"."organizationId") AND (a.id = ${assessment}))))`,
  ),
  narrows('ReportVerdict', 'reporting', `("transactionId" = ${reported})`),
  narrows('SharedFile', 'respondent', `("assessmentId" = ${assessment})`),
  narrows('SharedFinding', 'site', `("shareId" = ${share})`),
  narrows('SharedSnapshot', 'respondent', `("assessmentId" = ${assessment})`),
  narrows('SharedWording', 'site', `("shareId" = ${share})`),
  narrows('SiteMessage', 'site', `("shareId" = ${share})`),
  narrows('SiteMessageFile', 'site', `("shareId" = ${share})`),
  narrows('StoredFile', 'respondent', `("assessmentId" = ${assessment})`),
];
