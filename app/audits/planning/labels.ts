import { componentLabel, overrideLabel } from '~/documents/charts/labels';
import { oddsLabel } from '~/documents/charts/odds-labels';
import { m } from '~/paraglide/messages';
import { formatLanguage, formatList, formatNumber } from '~/ui/format';
import type { Booking } from '../auditors/bookings.server';
import { assignmentRefusalLabel } from '../auditors/labels';
import type { FocusItem } from './focus';
import type { Announcement, AuditStatus, AuditType, RevisitStatus, SampleDimension, TeamPart } from './states';

const statuses = {
  planned: m.audits_status_planned,
  'on-site': m.audits_status_on_site,
  'in-review': m.audits_status_in_review,
  approved: m.audits_status_approved,
  cancelled: m.audits_status_cancelled,
} satisfies Record<AuditStatus, () => string>;
export const auditStatusLabel = (status: string): string => (statuses as Record<string, () => string>)[status]?.() ?? status;

const types = {
  initial: m.audits_type_initial,
  periodic: m.audits_type_periodic,
  'follow-up': m.audits_type_follow_up,
} satisfies Record<AuditType, () => string>;
export const auditTypeLabel = (type: string): string => (types as Record<string, () => string>)[type]?.() ?? type;

const announced = {
  announced: m.audits_announced,
  'semi-announced': m.audits_semi_announced,
  unannounced: m.audits_unannounced,
} satisfies Record<Announcement, () => string>;
export const announcementLabel = (word: string): string => (announced as Record<string, () => string>)[word]?.() ?? word;

const parts = {
  lead: m.audits_part_lead,
  assessor: m.audits_part_assessor,
  interpreter: m.audits_part_interpreter,
  observer: m.audits_part_observer,
} satisfies Record<TeamPart, () => string>;
export const partLabel = (part: string): string => (parts as Record<string, () => string>)[part]?.() ?? part;

const revisitStatusLabels = {
  closed: m.auditpapers_standing_closed,
  open: m.auditpapers_standing_open,
  worse: m.auditpapers_standing_worse,
} satisfies Record<RevisitStatus, () => string>;
export const revisitStatusLabel = (status: RevisitStatus): string => revisitStatusLabels[status]();

const dimensions = {
  sex: m.audits_dimension_sex,
  origin: m.audits_dimension_origin,
  contract: m.audits_dimension_contract,
  shift: m.audits_dimension_shift,
  language: m.audits_dimension_language,
} satisfies Record<SampleDimension, () => string>;
export const dimensionLabel = (dimension: SampleDimension): string => dimensions[dimension]();
export const dimensionList = (unknown: readonly SampleDimension[]): string => formatList(unknown.map(dimensionLabel));

const values: Readonly<Record<string, () => string>> = {
  women: m.audits_value_women,
  men: m.audits_value_men,
  migrants: m.audits_value_migrants,
  locals: m.audits_value_locals,
  agency: m.audits_value_agency,
  direct: m.audits_value_direct,
};
/** A group of the plan of interviews; shifts are named as they were typed, and so are languages that are no code. */
export const sampleValueLabel = (dimension: SampleDimension, value: string): string =>
  dimension === 'language' ? formatLanguage(value) : (values[value]?.() ?? value);

/** Why to look there first. */
export function focusSentence(item: FocusItem): string {
  switch (item.kind) {
    case 'override':
      return m.audits_focus_override({ code: item.code, text: overrideLabel(item.code) });
    case 'finding':
      return m.audits_focus_finding({ text: item.text });
    case 'contradiction':
      return m.audits_focus_contradiction({ text: item.text });
    case 'component':
      return item.max === undefined
        ? m.audits_focus_component({ component: componentLabel(item.id), odds: oddsLabel(item.points) })
        : m.audits_focus_component_before({
            component: componentLabel(item.id),
            points: formatNumber(item.points, { digits: 1 }),
            max: formatNumber(item.max),
          });
    case 'unknown':
      return 'error' in item
        ? m.audits_focus_unknown({ component: componentLabel(item.id), points: formatNumber(item.error) })
        : m.audits_focus_unknown_before({ component: componentLabel(item.id) });
  }
}

const refusals: Readonly<Record<string, () => string>> = {
  'unknown-supplier': m.audits_supplier_missing,
  'unknown-site': m.audits_site_unknown,
  'unknown-previous': m.audits_previous_unknown,
  'previous-missing': m.audits_previous_missing,
  'lead-unknown': m.audits_lead_unknown,
  'checklist-unknown': m.audits_further_unknown,
  'checklists-clash': m.audits_further_clash,
  'not-open': m.audits_refused_not_open,
  'announcement-fixed': m.audits_announcement_fixed,
  'not-a-recorder': m.audits_refused_not_a_recorder,
  'last-lead': m.audits_refused_last_lead,
  'language-unknown': m.audits_refused_language,
  'interest-missing': m.audits_declare_what_missing,
  'not-on-team': m.audits_refused_not_on_team,
  'conflict-open': m.commissions_conflict_of_person,
  'not-recording': m.audits_refused_not_recording,
  interest: m.audits_refused_interest,
  obstacles: m.audits_obstacles,
  contradictions: m.consistency_refused,
  gate: m.gate_refused,
  'comments-unanswered': m.audit_review_unanswered_comments,
  'comments-open': m.audit_review_open_comments,
  'unknown-subject': m.audit_review_unknown_subject,
  'unknown-comment': m.audit_review_unknown_subject,
  'not-reviewer': m.audit_review_not_reviewer,
  'comment-missing': m.audit_review_text_missing,
  'reply-missing': m.audit_review_reply_missing,
  'unknown-point': m.gate_refused_unknown,
  'already-asked': m.gate_refused_already_asked,
  'own-request': m.gate_refused_own,
  'already-decided': m.gate_refused_decided,
  'point-changed': m.gate_refused_changed,
  'audit-ended': m.gate_refused_ended,
  'not-in-review': m.audits_refused_not_in_review,
  'reason-missing': m.audits_refused_reason_missing,
  'not-cancellable': m.audits_refused_not_cancellable,
  'same-person': m.audits_refused_same_person,
  'on-team': m.audits_refused_on_team,
};
export const auditRefusalLabel = (code: string, collisions: readonly Booking[] = []): string =>
  assignmentRefusalLabel({ code, collisions }) ?? refusals[code]?.() ?? code;
