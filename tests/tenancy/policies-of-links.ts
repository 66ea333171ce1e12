import type { GuestPurpose } from '~/access/guest-access/purposes';
import type { Policy } from './catalogue';
import { policyOf } from './policy-words';

const subjectOf = (purpose: GuestPurpose) => `guest_subject('${purpose}'::text)`;
const response = subjectOf('questionnaire');
const planVersion = subjectOf('esap');
const share = subjectOf('findings');
const reported = subjectOf('monitoring');
/** Limits rows to the content of the share that a site reads. */
const inShare = (table: string, id = '"findingId"') =>
  `(EXISTS ( SELECT 1\n   FROM "SharedFinding" s\n  WHERE ((s."organizationId" = "${table}"."organizationId") AND (s."findingId" = "${table}".${id}))))`;

const narrows = policyOf('RESTRICTIVE', 'manumit_respondent', 'ALL');

/** The policies that limit a caller without an account to the one record of their link, literally. */
export const policiesOfLinks: Policy[] = [
  narrows('Activity', 'respondent', `(("recordKind" = 'response'::text) AND ("recordId" = (guest_subject('questionnaire'::text))::text))`),
  narrows('Answer', 'respondent', `("responseId" = ${response})`),
  narrows(
    'Approval',
    'site',
    `(EXISTS ( SELECT 1\n   FROM "CorrectiveAction" a\n  WHERE ((a."organizationId" = "Approval"."organizationId") AND (a.id = "Approval"."actionId"))))`,
  ),
  narrows('QuestionnaireRequest', 'respondent', `("responseId" = ${response})`),
  narrows('AnswerReview', 'respondent', `("responseId" = ${response})`),
  narrows('QuestionnaireResponse', 'respondent', `(id = ${response})`),
  narrows('CorrectiveAction', 'site', inShare('CorrectiveAction')),
  narrows('PreviousAnswer', 'respondent', `("responseId" = ${response})`),
  narrows(
    'DocumentRecipient',
    'respondent',
    `(EXISTS ( SELECT 1\n   FROM "FrozenDocument" d\n  WHERE ((d."organizationId" = "DocumentRecipient"."organizationId") AND (d.id = "DocumentRecipient"."documentId") AND (d.kind = 'answers'::text) AND (d."responseId" = ${response}))))`,
  ),
  narrows('EsapAgreement', 'client', `("versionId" = ${planVersion})`),
  narrows('EsapComment', 'client', `("versionId" = ${planVersion})`),
  narrows('Evidence', 'respondent', `("responseId" = ${response})`),
  narrows('EvidenceUpload', 'respondent', `("responseId" = ${response})`),
  narrows('Finding', 'site', inShare('Finding', 'id')),
  narrows('FindingReply', 'site', inShare('FindingReply')),
  narrows(
    'FrozenDocument',
    'guest',
    `(((kind = 'answers'::text) AND ("responseId" = ${response})) OR ((kind = 'esap'::text) AND (id = ${planVersion})) OR ((kind = 'client-report'::text) AND (EXISTS ( SELECT 1\n   FROM "MonitoringReport" r\n  WHERE ((r."organizationId" = "FrozenDocument"."organizationId") AND (r.id = "FrozenDocument"."monitoringReportId"))))))`,
    `((kind = 'answers'::text) AND ("responseId" = ${response}))`,
  ),
  narrows('FindingShare', 'site', `(id = ${share})`),
  narrows('MonitoringReport', 'reporting', `("dealId" = ${reported})`),
  narrows(
    'QuestionnaireTemplate',
    'respondent',
    `(key = ( SELECT a."instrumentKey"\n   FROM "QuestionnaireResponse" a\n  WHERE ((a."organizationId" = "QuestionnaireTemplate"."organizationId") AND (a.id = ${response}))))`,
  ),
  narrows('ReportVerdict', 'reporting', `("dealId" = ${reported})`),
  narrows('SharedFile', 'respondent', `("responseId" = ${response})`),
  narrows('SharedFinding', 'site', `("shareId" = ${share})`),
  narrows('SharedWording', 'site', `("shareId" = ${share})`),
  narrows('SiteMessage', 'site', `("shareId" = ${share})`),
  narrows('SiteMessageFile', 'site', `("shareId" = ${share})`),
  narrows('StoredFile', 'respondent', `("responseId" = ${response})`),
];
