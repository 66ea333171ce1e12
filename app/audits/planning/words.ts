import { componentWord, overrideWord } from '~/charts/words';
import { oddsWord } from '~/charts/odds-words';
import { m } from '~/paraglide/messages';
import { formatLanguage, formatList, formatNumber } from '~/ui/format';
import type { EntryKind } from '~/audits/entries/entries';
import type { FocusItem } from './focus';
import type { Announcement, AuditStatus, AuditType, RevisitStanding, SampleDimension, TeamPart } from './states';

const statuses = {
  planned: m.audit_status_planned,
  'on-site': m.audit_status_on_site,
  'in-review': m.audit_status_in_review,
  approved: m.audit_status_approved,
  cancelled: m.audit_status_cancelled,
} satisfies Record<AuditStatus, () => string>;
export const auditStatusWord = (status: string): string => (statuses as Record<string, () => string>)[status]?.() ?? status;

const types = {
  initial: m.audit_type_initial,
  periodic: m.audit_type_periodic,
  'follow-up': m.audit_type_follow_up,
} satisfies Record<AuditType, () => string>;
export const auditTypeWord = (type: string): string => (types as Record<string, () => string>)[type]?.() ?? type;

const announced = {
  announced: m.audit_announced,
  'semi-announced': m.audit_semi_announced,
  unannounced: m.audit_unannounced,
} satisfies Record<Announcement, () => string>;
export const announcementWord = (word: string): string => (announced as Record<string, () => string>)[word]?.() ?? word;

const parts = {
  lead: m.audit_part_lead,
  assessor: m.audit_part_assessor,
  interpreter: m.audit_part_interpreter,
  observer: m.audit_part_observer,
} satisfies Record<TeamPart, () => string>;
export const partWord = (part: string): string => (parts as Record<string, () => string>)[part]?.() ?? part;

const kinds = {
  check: m.audit_kind_check,
  finding: m.audit_kind_finding,
  practice: m.audit_kind_practice,
  photo: m.audit_kind_photo,
  signature: m.audit_kind_signature,
  tally: m.audit_kind_tally,
  hours: m.audit_kind_hours,
  wage: m.audit_kind_wage,
  note: m.audit_kind_note,
  meeting: m.audit_kind_meeting,
  element: m.audit_kind_element,
  revisit: m.auditpapers_kind_revisit,
} satisfies Record<EntryKind, () => string>;
export const entryKindWord = (kind: EntryKind): string => kinds[kind]();

const standings = {
  closed: m.auditpapers_standing_closed,
  open: m.auditpapers_standing_open,
  worse: m.auditpapers_standing_worse,
} satisfies Record<RevisitStanding, () => string>;
export const standingWord = (standing: RevisitStanding): string => standings[standing]();

const dimensions = {
  sex: m.audit_dimension_sex,
  origin: m.audit_dimension_origin,
  contract: m.audit_dimension_contract,
  shift: m.audit_dimension_shift,
  language: m.audit_dimension_language,
} satisfies Record<SampleDimension, () => string>;
export const dimensionWord = (dimension: SampleDimension): string => dimensions[dimension]();
export const dimensionList = (unknown: readonly SampleDimension[]): string => formatList(unknown.map(dimensionWord));

const values: Readonly<Record<string, () => string>> = {
  women: m.audit_value_women,
  men: m.audit_value_men,
  migrants: m.audit_value_migrants,
  locals: m.audit_value_locals,
  agency: m.audit_value_agency,
  direct: m.audit_value_direct,
};
/** A group of the plan of interviews; shifts are named as they were typed, and so are languages that are no code. */
export const sampleValueWord = (dimension: SampleDimension, value: string): string =>
  dimension === 'language' ? formatLanguage(value) : (values[value]?.() ?? value);

/** Why to look there first. */
export function focusSentence(item: FocusItem): string {
  switch (item.kind) {
    case 'override':
      return m.audit_focus_override({ code: item.code, text: overrideWord(item.code) });
    case 'finding':
      return m.audit_focus_finding({ text: item.text });
    case 'contradiction':
      return m.audit_focus_contradiction({ text: item.text });
    case 'component':
      return item.max === undefined
        ? m.audit_focus_component({ component: componentWord(item.id), odds: oddsWord(item.points) })
        : m.audit_focus_component_before({
            component: componentWord(item.id),
            points: formatNumber(item.points, { digits: 1 }),
            max: formatNumber(item.max),
          });
    case 'unknown':
      return 'error' in item
        ? m.audit_focus_unknown({ component: componentWord(item.id), points: formatNumber(item.error) })
        : m.audit_focus_unknown_before({ component: componentWord(item.id) });
  }
}

const refusals: Readonly<Record<string, () => string>> = {
  'unknown-supplier': m.audit_supplier_missing,
  'unknown-site': m.audit_site_unknown,
  'unknown-previous': m.audit_previous_unknown,
  'previous-missing': m.audit_previous_missing,
  'lead-unknown': m.audit_lead_unknown,
  'checklist-unknown': m.audit_further_unknown,
  'checklists-clash': m.audit_further_clash,
  'not-open': m.audit_refused_not_open,
  'not-a-recorder': m.audit_refused_not_a_recorder,
  'last-lead': m.audit_refused_last_lead,
  'language-unknown': m.audit_refused_language,
  'interest-missing': m.audit_declare_what_missing,
  'not-on-team': m.audit_refused_not_on_team,
  'not-recording': m.audit_refused_not_recording,
  interest: m.audit_refused_interest,
  obstacles: m.audit_obstacles,
  'not-in-review': m.audit_refused_not_in_review,
  'reason-missing': m.audit_refused_reason_missing,
  'not-cancellable': m.audit_refused_not_cancellable,
  'same-person': m.audit_refused_same_person,
};
export const auditRefusalWord = (code: string): string => refusals[code]?.() ?? code;
