import { m } from '~/paraglide/messages';
import type { EntryKind, EntryValue } from './entries';

const kinds = {
  check: m.audits_kind_check,
  finding: m.audits_kind_finding,
  practice: m.audits_kind_practice,
  photo: m.audits_kind_photo,
  signature: m.audits_kind_signature,
  tally: m.audits_kind_tally,
  hours: m.audits_kind_hours,
  wage: m.audits_kind_wage,
  note: m.audits_kind_note,
  meeting: m.audits_kind_meeting,
  element: m.audits_kind_element,
  revisit: m.auditpapers_kind_revisit,
  explanation: m.consistency_kind_explanation,
  narrative: m.narrative_kind,
  requirement: m.national_law_kind,
  'review-reply': m.audit_review_kind_reply,
  planLine: m.closing_plan_kind_line,
  signedPlan: m.closing_plan_kind_signed,
} satisfies Record<EntryKind, () => string>;
export const entryKindLabel = (kind: EntryKind): string => kinds[kind]();

type Deduction = EntryValue<'wage'>['deductions'][number]['kind'];
const deductions = {
  tax: m.recorder_deduction_tax,
  'social-security': m.recorder_deduction_social,
  housing: m.recorder_deduction_housing,
  food: m.recorder_deduction_food,
  transport: m.recorder_deduction_transport,
  'recruitment-fee': m.recorder_deduction_fee,
  loan: m.recorder_deduction_loan,
  fine: m.recorder_deduction_fine,
  deposit: m.recorder_deduction_deposit,
  tools: m.recorder_deduction_tools,
  other: m.recorder_deduction_other,
} satisfies Record<Deduction, () => string>;
export const deductionLabel = (kind: Deduction): string => deductions[kind]();
