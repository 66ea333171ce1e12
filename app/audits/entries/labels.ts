import { m } from '~/paraglide/messages';
import type { EntryKind } from './entries';

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
