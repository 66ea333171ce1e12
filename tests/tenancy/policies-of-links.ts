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
    'Activity',
    'respondent',
    `(("recordKind" = 'assessment'::text) AND ("recordId" = NULLIF(current_setting('app.assessment_id'::text, true), ''::text)))`,
  ),
  narrows('Answer', 'respondent', `("responseId" = ${assessment})`),
  narrows(
    'Approval',
    'site',
    `(EXISTS ( SELECT 1\n   FROM "CorrectiveAction" a\n  WHERE ((a."organizationId" = "Approval"."organizationId") AND (a.id = "Approval"."actionId"))))`,
  ),
  narrows('QuestionnaireRequest', 'respondent', `("responseId" = ${assessment})`),
  narrows('AnswerReview', 'respondent', `("responseId" = ${assessment})`),
  narrows('QuestionnaireResponse', 'respondent', `(id = ${assessment})`),
  narrows('CorrectiveAction', 'site', inShare('CorrectiveAction')),
  narrows('PreviousAnswer', 'respondent', `("responseId" = ${assessment})`),
  narrows('EsapAgreement', 'client', `("versionId" = ${planVersion})`),
  narrows('EsapComment', 'client', `("versionId" = ${planVersion})`),
  narrows('EsapVersion', 'client', `(id = ${planVersion})`),
  narrows('Evidence', 'respondent', `("responseId" = ${assessment})`),
  narrows('EvidenceUpload', 'respondent', `("responseId" = ${assessment})`),
  narrows('Finding', 'site', inShare('Finding', 'id')),
  narrows('FindingReply', 'site', inShare('FindingReply')),
  narrows('FindingShare', 'site', `(id = ${share})`),
  narrows('MonitoringReport', 'reporting', `("dealId" = ${reported})`),
  narrows('MonitoringReportVersion', 'reporting', `("dealId" = ${reported})`),
  narrows(
    'QuestionnaireTemplate',
    'respondent',
    `(key = ( SELECT a."instrumentKey"\n   FROM "QuestionnaireResponse" a\n  WHERE ((a."organizationId" = "QuestionnaireTemplate"."organizationId") AND (a.id = ${assessment}))))`,
  ),
  narrows('ReportVerdict', 'reporting', `("dealId" = ${reported})`),
  narrows('SharedFile', 'respondent', `("responseId" = ${assessment})`),
  narrows('SharedFinding', 'site', `("shareId" = ${share})`),
  narrows('SharedSnapshot', 'respondent', `("responseId" = ${assessment})`),
  narrows('SharedWording', 'site', `("shareId" = ${share})`),
  narrows('SiteMessage', 'site', `("shareId" = ${share})`),
  narrows('SiteMessageFile', 'site', `("shareId" = ${share})`),
  narrows('StoredFile', 'respondent', `("responseId" = ${assessment})`),
];
