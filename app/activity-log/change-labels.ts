import { evidenceGrades, findingGrades, findingStatuses, indicators, linkKinds } from '#scoring';
import { isRole } from '~/access/permissions';
import { organizationKindName, roleName } from '~/organizations/accounts/labels';
import { alertStatuses } from '~/risk/alerts/basis';
import { statusName as alertStatusName } from '~/risk/alerts/labels';
import { responseStatuses } from '~/questionnaires/responses/states';
import { responseStatusLabel } from '~/platform/terms/response-status-label';
import { evidenceGradeLabel } from '~/platform/terms/evidence-grade-label';
import { actionKinds, actionStatuses, timescales, verifications } from '~/findings/corrective-actions/action-lists';
import { actionStatusLabel, kindLabel as actionKindLabel, timescaleLabel, verificationLabel } from '~/findings/corrective-actions/labels';
import { agreements, extents, frequencies, methods } from '~/findings/findings/finding-lists';
import {
  agreementLabel,
  extentLabel,
  frequencyLabel,
  gradeLabel,
  methodLabel,
  peopleLabel,
  statusLabel as findingStatusLabel,
} from '~/findings/findings/labels';
import { indicatorLabel } from '~/platform/terms/indicator-label';
import { noticeReasons } from '~/documents/verification/issued-report';
import { noticeReasonLabel } from '~/documents/verification/verify-labels';
import { replyKinds, replyVerdicts } from '~/findings/right-of-reply/reply-states';
import { replyKindLabel, verdictLabel } from '~/findings/right-of-reply/labels';
import { planHistoryFields, planHistoryValue } from '~/lending/esap/labels';
import { purposes } from '~/platform/terms/shared-access-terms';
import { purposeLabel } from '~/sharing/access-requests/labels';
import { factName, factText } from '~/suppliers/facts/fact-labels';
import { fieldName } from '~/suppliers/import/field-labels';
import { fields as importFields } from '~/suppliers/import/pipeline/fields';
import { linkName } from '~/suppliers/supply-links/link-labels';
import { dealField, dealValue } from '~/lending/deals/history-labels';
import { m } from '~/paraglide/messages';
import { formatDate, formatList, formatMoment, formatNumber } from '~/ui/format';

export type ActedOn = { recordKind: string; act: string };

const parties: ReadonlySet<string> = new Set(['supplier', 'site', 'labour-recruiter', 'party']);

const fields: Readonly<Record<string, () => string>> = {
  role: m.accounts_members_role,
  email: m.accounts_email,
  invitedAs: m.accounts_field_invited_as,
  revokedAt: m.accounts_field_revoked_at,
  name: m.accounts_members_name,
  kind: m.accounts_organization_kind,
  status: m.accounts_field_status,
  grade: m.accounts_field_grade,
  reason: m.accounts_field_reason,
  instrument: m.accounts_field_instrument,
  supplier: m.accounts_field_supplier,
  dueOn: m.accounts_field_due_on,
  note: m.accounts_field_note,
  question: m.accounts_field_question,
  fileName: m.accounts_field_file_name,
  sha256: m.accounts_field_sha256,
  hash: m.accounts_field_hash,
  year: m.annual_report_column_year,
  sheet: m.accounts_field_sheet,
  rows: m.accounts_field_rows,
  suppliers: m.accounts_field_suppliers,
  sites: m.accounts_field_sites,
  providers: m.accounts_field_providers,
  links: m.accounts_field_links,
  facts: m.accounts_field_facts,
  sources: m.accounts_field_sources,
  changedParties: m.accounts_field_changed_parties,
  rowsLeftOut: m.accounts_field_rows_left_out,
  purpose: m.shared_access_purpose,
  sections: m.shared_access_column_sections,
  files: m.shared_access_form_files,
  until: m.shared_access_until,
  from: m.shared_access_column_granter,
  proof: m.shared_access_field_proof,
  unreviewed: m.answer_review_field_unreviewed,
  isSignedOffBySecond: m.answer_review_setting_second,
  correctedBy: m.verification_newer,
  tag: m.tags_word,
  gatePoint: m.gate_report_point,
};

/** A technical name that tells a reader nothing. */
export const isHidden = (field: string): boolean => field === 'evidenceId';

/** A field's name in the reader's language; a column of a file, the code of a question and what is not known here come back as they were. */
export function fieldLabel(event: ActedOn, field: string): string {
  if (isOfWaiver(event)) return waiverFields[field]?.() ?? field;
  if (field === 'goodPractice') return m.findings_practices();
  const ofCollaboration = event.recordKind === 'supplier' ? collaborationFields[field] : undefined;
  if (ofCollaboration) return ofCollaboration();
  if (event.recordKind === 'corrective-action' && actionFields[field]) return actionFields[field]();
  if (event.recordKind === 'finding' && findingFields[field]) return findingFields[field]();
  if (event.recordKind === 'deal' && planHistoryFields[field]) return planHistoryFields[field]();
  if (parties.has(event.recordKind)) return factName(field);
  if (event.recordKind === 'deal') return dealField(field) ?? fields[field]?.() ?? field;
  return fields[field]?.() ?? field;
}

/** Of a supplier, besides its facts. */
const collaborationFields: Readonly<Record<string, () => string>> = {
  owner: m.ownership_owner,
  task: m.tasks_word,
  taskDueOn: m.tasks_due,
  assignee: m.tasks_assignee,
  tag: m.tags_word,
  author: m.notes_field_author,
};

const findingFields: Readonly<Record<string, () => string>> = {
  text: m.findings_text,
  evidenceGrade: m.findings_checked,
  frequency: m.findings_frequency,
  people: m.findings_people,
  extent: m.findings_extent,
  rootCause: m.findings_root_cause,
  lawReference: m.findings_law,
  lawUrl: m.findings_law_url,
  codeReference: m.findings_code,
  codeUrl: m.findings_code_url,
  methods: m.findings_methods,
  agreement: m.findings_agreement,
  evidenceSeen: m.findings_evidence_seen,
  answerFiles: m.findings_answer_files,
  compliancePoint: m.findings_point,
  indicator: m.findings_indicator,
  isLegalContext: m.findings_legal_context,
  repeatOfId: m.findings_repeat_of,
  restrictedNote: m.findings_field_note_hash,
  dueOn: m.findings_due,
  sentOn: m.right_of_reply_sent_on,
  replyDueOn: m.right_of_reply_due,
  replyKind: m.right_of_reply_kind,
  reply: m.right_of_reply_text,
  repliedBy: m.right_of_reply_by,
  repliedOn: m.right_of_reply_on,
  replyVerdict: m.right_of_reply_verdict,
  siteText: m.site_sharing_field_text,
  action: m.corrective_actions_what,
  owner: m.corrective_actions_owner,
  timescale: m.corrective_actions_timescale,
};

const actionFields: Readonly<Record<string, () => string>> = {
  kind: m.corrective_actions_kind,
  action: m.corrective_actions_what,
  rootCause: m.findings_root_cause,
  owner: m.corrective_actions_owner,
  ownerMemberId: m.corrective_actions_owner_member,
  timescale: m.corrective_actions_timescale,
  dueOn: m.corrective_actions_due,
  verification: m.corrective_actions_verification,
  agreedBy: m.corrective_actions_agreed_by,
  agreedOn: m.corrective_actions_agreed_on,
  amountMinor: m.corrective_actions_amount,
  currency: m.corrective_actions_currency,
  people: m.corrective_actions_people,
  completionNote: m.corrective_actions_field_completion,
  verificationSeen: m.corrective_actions_seen,
  reopenReason: m.corrective_actions_reopen_reason,
  files: m.site_sharing_field_files,
  committee: m.corrective_actions_committee,
  committeeOn: m.corrective_actions_committee_on,
};

const waiverFields: Readonly<Record<string, () => string>> = {
  override: m.override_waivers_field_override,
  evidence: m.override_waivers_evidence,
  shownBy: m.override_waivers_shown_by,
  reason: m.accounts_field_reason,
};
const claimProofs = ['address', 'handed-link', 'same-address'] as const;
const proofWords = {
  address: m.shared_access_proof_address,
  'handed-link': m.shared_access_proof_handed,
  'same-address': m.shared_access_proof_same,
} satisfies Record<(typeof claimProofs)[number], () => string>;

const isOfWaiver = ({ act }: ActedOn): boolean => /(lifting|lift-override)$/.test(act);

const known = <Word extends string>(words: readonly Word[], value: unknown): Word | undefined => words.find((word) => word === value);

/** A stored value as text: code lists as messages, dates and numbers formatted, nothing as null. */
export function valueLabel(event: ActedOn, field: string, value: unknown): string | null {
  return closedLabel(event, field, value) ?? (parties.has(event.recordKind) ? factText(field, value) : plainLabel(field, value));
}

function closedLabel({ recordKind, act }: ActedOn, field: string, value: unknown): string | null {
  if (field === 'role' && isRole(value)) return roleName(value);
  if (act.endsWith('lifting') && field === 'evidence') return wordOf(known(evidenceGrades, value), evidenceGradeLabel);
  if (field === 'reason' && (act === 'withdraw-report' || act === 'correct-report'))
    return wordOf(known(noticeReasons, value), noticeReasonLabel);
  if (field === 'purpose') return wordOf(known(purposes, value), purposeLabel);
  if (act === 'claim' && field === 'proof') return wordOf(known(claimProofs, value), (proof) => proofWords[proof]());
  if (recordKind === 'organization' && field === 'kind' && typeof value === 'string') return organizationKindName(value);
  if (recordKind === 'party' && field === 'kind') return wordOf(known(linkKinds, value), linkName);
  if (recordKind === 'response' && field === 'status') return wordOf(known(responseStatuses, value), responseStatusLabel);
  if (recordKind === 'response' && field === 'grade') return wordOf(known(evidenceGrades, value), evidenceGradeLabel);
  if (recordKind === 'alert' && field === 'status') return wordOf(known(alertStatuses, value), alertStatusName);
  if (recordKind === 'corrective-action') return actionValueLabel(field, value);
  if (recordKind === 'finding') return findingLabel(field, value);
  if (recordKind === 'supplier' && collaborationFields[field]) return plainLabel(field === 'taskDueOn' ? 'dueOn' : field, value);
  if (recordKind === 'deal') return planHistoryValue(field, value) ?? dealValue(field, value);
  if (recordKind === 'import-batch' && act === 'edit' && field !== 'sheet') return wordOf(known(importFields, value), fieldName);
  return null;
}

function actionValueLabel(field: string, value: unknown): string | null {
  switch (field) {
    case 'kind':
      return wordOf(known(actionKinds, value), actionKindLabel);
    case 'status':
      return wordOf(known(actionStatuses, value), actionStatusLabel);
    case 'timescale':
      return wordOf(known(timescales, value), timescaleLabel);
    case 'verification':
      return wordOf(known(verifications, value), verificationLabel);
    case 'people':
      return value === 'under-5' ? peopleLabel(value) : null;
    case 'dueOn':
    case 'agreedOn':
    case 'committeeOn':
      return typeof value === 'string' ? formatDate(value) : null;
    default:
      return null;
  }
}

function findingLabel(field: string, value: unknown): string | null {
  switch (field) {
    case 'status':
      return wordOf(known(findingStatuses, value), findingStatusLabel);
    case 'grade':
      return wordOf(known(findingGrades, value), gradeLabel);
    case 'evidenceGrade':
      return wordOf(known(evidenceGrades, value), evidenceGradeLabel);
    case 'frequency':
      return wordOf(known(frequencies, value), frequencyLabel);
    case 'extent':
      return wordOf(known(extents, value), extentLabel);
    case 'agreement':
      return wordOf(known(agreements, value), agreementLabel);
    case 'indicator':
      return wordOf(known(indicators, value), indicatorLabel);
    case 'people':
      return value === 'unknown' || value === 'under-5' ? peopleLabel(value) : null;
    case 'methods':
      return Array.isArray(value) ? formatList(methods.filter((method) => value.includes(method)).map(methodLabel)) : null;
    case 'sentOn':
    case 'replyDueOn':
    case 'repliedOn':
      return typeof value === 'string' ? formatDate(value) : null;
    case 'replyKind':
      return wordOf(known(replyKinds, value), replyKindLabel);
    case 'replyVerdict':
      return wordOf(known(replyVerdicts, value), verdictLabel);
    case 'isLegalContext':
      return value === true ? m.shell_yes() : null;
    default:
      return null;
  }
}

function wordOf<Word extends string>(word: Word | undefined, say: (word: Word) => string): string | null {
  return word === undefined ? null : say(word);
}

/** Lists with commas, objects as JSON, at most 300 characters. */
function plainLabel(field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if ((field === 'dueOn' || field === 'until') && typeof value === 'string') return formatDate(value);
  if (field === 'revokedAt' && typeof value === 'string') return formatMoment(value);
  if (typeof value === 'number') return formatNumber(value, { digits: Number.isInteger(value) ? 0 : 2 });
  if (Array.isArray(value)) return value.map((item) => plainLabel(field, item) ?? '').join(', ');
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
