import { evidenceGrades, findingGrades, findingStatuses, indicators, linkKinds } from '#scoring';
import { isRole } from '~/access/permissions';
import { organizationKindName, roleName } from '~/organizations/accounts/words';
import { alertStatuses } from '~/risk/alerts/basis';
import { statusName as alertStatusName } from '~/risk/alerts/words';
import { assessmentStatuses } from '~/questionnaires/responses/states';
import { statusWord as assessmentStatusWord } from '~/questionnaires/responses/words';
import { evidenceGradeWord } from '~/platform/terms/evidence-grade-word';
import { actionKinds, actionStatuses, timescales, verifications } from '~/findings/corrective-actions/action-lists';
import { actionStatusWord, kindWord as actionKindWord, timescaleWord, verificationWord } from '~/findings/corrective-actions/words';
import { agreements, extents, frequencies, methods } from '~/findings/findings/finding-lists';
import {
  agreementWord,
  extentWord,
  frequencyWord,
  gradeWord,
  methodWord,
  peopleWord,
  statusWord as findingStatusWord,
} from '~/findings/findings/words';
import { indicatorWord } from '~/platform/terms/indicator-word';
import { noticeReasons } from '~/documents/verification/issued-report';
import { noticeReasonWord } from '~/documents/verification/verify-words';
import { replyKinds, replyVerdicts } from '~/findings/right-of-reply/reply-states';
import { replyKindWord, verdictWord } from '~/findings/right-of-reply/words';
import { planHistoryFields, planHistoryValue } from '~/lending/esap/words';
import { purposes } from '~/platform/terms/shared-access-terms';
import { purposeWord } from '~/sharing/shared-access/words';
import { factName, factText } from '~/suppliers/registry/fact-words';
import { fieldName } from '~/suppliers/import/field-words';
import { fields as importFields } from '~/suppliers/import/pipeline/fields';
import { linkName } from '~/suppliers/supply-links/link-words';
import { transactionField, transactionValue } from '~/lending/deals/history-words';
import { m } from '~/paraglide/messages';
import { formatDate, formatList, formatMoment, formatNumber } from '~/ui/format';

export type ActedOn = { recordKind: string; act: string };

const parties: ReadonlySet<string> = new Set(['supplier', 'site', 'labour-provider', 'party']);

const fields: Readonly<Record<string, () => string>> = {
  role: m.account_members_role,
  email: m.account_email,
  invitedAs: m.account_field_invited_as,
  revokedAt: m.account_field_revoked_at,
  name: m.account_members_name,
  kind: m.account_organization_kind,
  status: m.account_field_status,
  grade: m.account_field_grade,
  reason: m.account_field_reason,
  instrument: m.account_field_instrument,
  supplier: m.account_field_supplier,
  dueOn: m.account_field_due_on,
  note: m.account_field_note,
  question: m.account_field_question,
  fileName: m.account_field_file_name,
  sha256: m.account_field_sha256,
  hash: m.account_field_hash,
  year: m.yearly_column_year,
  sheet: m.account_field_sheet,
  rows: m.account_field_rows,
  suppliers: m.account_field_suppliers,
  sites: m.account_field_sites,
  providers: m.account_field_providers,
  links: m.account_field_links,
  facts: m.account_field_facts,
  sources: m.account_field_sources,
  changedParties: m.account_field_changed_parties,
  rowsLeftOut: m.account_field_rows_left_out,
  purpose: m.sharing_purpose,
  sections: m.sharing_column_sections,
  files: m.sharing_form_files,
  until: m.sharing_until,
  from: m.sharing_column_granter,
  proof: m.sharing_field_proof,
  unreviewed: m.desk_field_unreviewed,
  isSignedOffBySecond: m.desk_setting_second,
  correctedBy: m.verify_newer,
};

/** A technical name that tells a reader nothing. */
export const isHidden = (field: string): boolean => field === 'evidenceId';

/** A field's name in the reader's language; a column of a file, the code of a question and what is not known here come back as they were. */
export function fieldWord(event: ActedOn, field: string): string {
  if (isOfLifting(event)) return liftingFields[field]?.() ?? field;
  if (field === 'goodPractice') return m.finding_practices();
  if (event.recordKind === 'corrective-action' && actionFields[field]) return actionFields[field]();
  if (event.recordKind === 'finding' && findingFields[field]) return findingFields[field]();
  if (event.recordKind === 'transaction' && planHistoryFields[field]) return planHistoryFields[field]();
  if (parties.has(event.recordKind)) return factName(field);
  if (event.recordKind === 'transaction') return transactionField(field) ?? fields[field]?.() ?? field;
  return fields[field]?.() ?? field;
}

const findingFields: Readonly<Record<string, () => string>> = {
  text: m.finding_text,
  evidenceGrade: m.finding_checked,
  frequency: m.finding_frequency,
  people: m.finding_people,
  extent: m.finding_extent,
  rootCause: m.finding_root_cause,
  lawReference: m.finding_law,
  lawUrl: m.finding_law_url,
  codeReference: m.finding_code,
  codeUrl: m.finding_code_url,
  methods: m.finding_methods,
  agreement: m.finding_agreement,
  evidenceSeen: m.finding_evidence_seen,
  answerFiles: m.finding_answer_files,
  compliancePoint: m.finding_point,
  indicator: m.finding_indicator,
  isLegalContext: m.finding_legal_context,
  repeatOfId: m.finding_repeat_of,
  restrictedNote: m.finding_field_note_hash,
  dueOn: m.finding_due,
  sentOn: m.reply_sent_on,
  replyDueOn: m.reply_due,
  replyKind: m.reply_kind,
  reply: m.reply_text,
  repliedBy: m.reply_by,
  repliedOn: m.reply_on,
  replyVerdict: m.reply_verdict,
  siteText: m.siteside_field_text,
  action: m.action_what,
  owner: m.action_owner,
  timescale: m.action_timescale,
};

const actionFields: Readonly<Record<string, () => string>> = {
  kind: m.action_kind,
  action: m.action_what,
  rootCause: m.finding_root_cause,
  owner: m.action_owner,
  ownerMemberId: m.action_owner_member,
  timescale: m.action_timescale,
  dueOn: m.action_due,
  verification: m.action_verification,
  agreedBy: m.action_agreed_by,
  agreedOn: m.action_agreed_on,
  amountMinor: m.action_amount,
  currency: m.action_currency,
  people: m.action_people,
  completionNote: m.action_field_completion,
  verificationSeen: m.action_seen,
  reopenReason: m.action_reopen_reason,
  files: m.siteside_field_files,
  committee: m.action_committee,
  committeeOn: m.action_committee_on,
};

const liftingFields: Readonly<Record<string, () => string>> = {
  override: m.lifting_field_override,
  evidence: m.lifting_evidence,
  shownBy: m.lifting_shown_by,
  reason: m.account_field_reason,
};
const claimProofs = ['address', 'handed-link', 'same-address'] as const;
const proofWords = {
  address: m.sharing_proof_address,
  'handed-link': m.sharing_proof_handed,
  'same-address': m.sharing_proof_same,
} satisfies Record<(typeof claimProofs)[number], () => string>;

const isOfLifting = ({ act }: ActedOn): boolean => /(lifting|lift-override)$/.test(act);

const known = <Word extends string>(words: readonly Word[], value: unknown): Word | undefined => words.find((word) => word === value);

/** A stored value in the reader's words: closed lists as messages, dates and numbers as they are written, nothing as null. */
export function valueWord(event: ActedOn, field: string, value: unknown): string | null {
  return closedWord(event, field, value) ?? (parties.has(event.recordKind) ? factText(field, value) : plainWord(field, value));
}

function closedWord({ recordKind, act }: ActedOn, field: string, value: unknown): string | null {
  if (field === 'role' && isRole(value)) return roleName(value);
  if (act.endsWith('lifting') && field === 'evidence') return wordOf(known(evidenceGrades, value), evidenceGradeWord);
  if (field === 'reason' && (act === 'withdraw-report' || act === 'correct-report'))
    return wordOf(known(noticeReasons, value), noticeReasonWord);
  if (field === 'purpose') return wordOf(known(purposes, value), purposeWord);
  if (act === 'claim' && field === 'proof') return wordOf(known(claimProofs, value), (proof) => proofWords[proof]());
  if (recordKind === 'organization' && field === 'kind' && typeof value === 'string') return organizationKindName(value);
  if (recordKind === 'party' && field === 'kind') return wordOf(known(linkKinds, value), linkName);
  if (recordKind === 'assessment' && field === 'status') return wordOf(known(assessmentStatuses, value), assessmentStatusWord);
  if (recordKind === 'assessment' && field === 'grade') return wordOf(known(evidenceGrades, value), evidenceGradeWord);
  if (recordKind === 'alert' && field === 'status') return wordOf(known(alertStatuses, value), alertStatusName);
  if (recordKind === 'corrective-action') return actionValueWord(field, value);
  if (recordKind === 'finding') return findingWord(field, value);
  if (recordKind === 'transaction') return planHistoryValue(field, value) ?? transactionValue(field, value);
  if (recordKind === 'import-batch' && act === 'edit' && field !== 'sheet') return wordOf(known(importFields, value), fieldName);
  return null;
}

function actionValueWord(field: string, value: unknown): string | null {
  switch (field) {
    case 'kind':
      return wordOf(known(actionKinds, value), actionKindWord);
    case 'status':
      return wordOf(known(actionStatuses, value), actionStatusWord);
    case 'timescale':
      return wordOf(known(timescales, value), timescaleWord);
    case 'verification':
      return wordOf(known(verifications, value), verificationWord);
    case 'people':
      return value === 'under-5' ? peopleWord(value) : null;
    case 'dueOn':
    case 'agreedOn':
    case 'committeeOn':
      return typeof value === 'string' ? formatDate(value) : null;
    default:
      return null;
  }
}

function findingWord(field: string, value: unknown): string | null {
  switch (field) {
    case 'status':
      return wordOf(known(findingStatuses, value), findingStatusWord);
    case 'grade':
      return wordOf(known(findingGrades, value), gradeWord);
    case 'evidenceGrade':
      return wordOf(known(evidenceGrades, value), evidenceGradeWord);
    case 'frequency':
      return wordOf(known(frequencies, value), frequencyWord);
    case 'extent':
      return wordOf(known(extents, value), extentWord);
    case 'agreement':
      return wordOf(known(agreements, value), agreementWord);
    case 'indicator':
      return wordOf(known(indicators, value), indicatorWord);
    case 'people':
      return value === 'unknown' || value === 'under-5' ? peopleWord(value) : null;
    case 'methods':
      return Array.isArray(value) ? formatList(methods.filter((method) => value.includes(method)).map(methodWord)) : null;
    case 'sentOn':
    case 'replyDueOn':
    case 'repliedOn':
      return typeof value === 'string' ? formatDate(value) : null;
    case 'replyKind':
      return wordOf(known(replyKinds, value), replyKindWord);
    case 'replyVerdict':
      return wordOf(known(replyVerdicts, value), verdictWord);
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
function plainWord(field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if ((field === 'dueOn' || field === 'until') && typeof value === 'string') return formatDate(value);
  if (field === 'revokedAt' && typeof value === 'string') return formatMoment(value);
  if (typeof value === 'number') return formatNumber(value, { digits: Number.isInteger(value) ? 0 : 2 });
  if (Array.isArray(value)) return value.map((item) => plainWord(field, item) ?? '').join(', ');
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
