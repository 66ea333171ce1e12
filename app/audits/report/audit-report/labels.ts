import type { VerificationMethod } from '#scoring';
import { writeNumber, writePercent } from '~/documents/charts/numbers';
import { m } from '~/paraglide/messages';
import type { Interviewed } from './people-schema';
import type { AuditReport } from './schema';

export type Say = { locale: AuditReport['locale'] };
type Message = (inputs: Record<string, never>, say: Say) => string;

const words = {
  initial: m.audits_type_initial,
  periodic: m.audits_type_periodic,
  'follow-up': m.audits_type_follow_up,
  announced: m.audits_announced,
  'semi-announced': m.audits_semi_announced,
  unannounced: m.audits_unannounced,
  lead: m.audits_part_lead,
  assessor: m.audits_part_assessor,
  interpreter: m.audits_part_interpreter,
  observer: m.audits_part_observer,
  documents: m.templates_verify_documents,
  workers: m.templates_verify_workers,
  management: m.templates_verify_management,
  'worker-representatives': m.templates_verify_worker_representatives,
  observation: m.templates_verify_observation,
  agree: m.audit_report_agree,
  partly: m.audit_report_partly,
  contradict: m.audit_report_contradict,
  single: m.audit_report_single,
  isolated: m.audit_report_isolated,
  systemic: m.audit_report_systemic,
  independent: m.audit_report_independent,
  present: m.screening_state_present,
  absent: m.screening_state_absent,
  unknown: m.screening_state_unknown,
  strong: m.templates_strength_strong,
  medium: m.templates_strength_medium,
  weak: m.templates_strength_weak,
  none: m.screening_total_none,
  exploitation: m.screening_total_exploitation,
  'deception-and-exploitation': m.screening_total_deception_and_exploitation,
  'coerced-recruitment-and-exploitation': m.screening_total_coerced_recruitment_and_exploitation,
  'coercion-inconclusive': m.screening_total_coercion_inconclusive,
  'forced-labour': m.screening_total_forced_labour,
  'trafficking-for-forced-labour': m.screening_total_trafficking,
  'child-trafficking': m.screening_total_child_trafficking,
  opening: m.audit_report_meeting_opening,
  closing: m.audit_report_meeting_closing,
  presence: m.audit_report_meeting_presence,
  sex: m.audits_dimension_sex,
  origin: m.audits_dimension_origin,
  contract: m.audits_dimension_contract,
  shift: m.audits_dimension_shift,
  language: m.audits_dimension_language,
  women: m.audits_value_women,
  men: m.audits_value_men,
  migrants: m.audits_value_migrants,
  locals: m.audits_value_locals,
  agency: m.audits_value_agency,
  direct: m.audits_value_direct,
  form: m.audit_report_talk_form,
  individual: m.audit_report_talk_individual,
  group: m.audit_report_talk_group,
  place: m.audit_report_talk_place,
  'on-site': m.audit_report_talk_on_site,
  'off-site': m.audit_report_talk_off_site,
  chosenBy: m.audit_report_talk_chosen,
  team: m.audit_report_chosen_team,
  themselves: m.audit_report_chosen_themselves,
  'not-raised': m.audit_report_topic_not_raised,
  'no-concern': m.audit_report_topic_none,
  'some-concern': m.audit_report_topic_some,
  'grave-concern': m.audit_report_topic_grave,
  'too-few': m.audit_report_topic_too_few,
  'above-60': m.audit_report_hours_above,
  'no-rest-day': m.audit_report_hours_no_rest,
  'overtime-not-voluntary': m.audit_report_hours_forced,
  'below-minimum': m.audit_report_pay_below,
  'overtime-unpaid': m.audit_report_pay_unpaid,
  'overtime-underpaid': m.audit_report_pay_underpaid,
  'recruitment-fee': m.audit_report_pay_fee,
  deposit: m.audit_report_pay_deposit,
  fine: m.audit_report_pay_fine,
  loan: m.audit_report_pay_loan,
  desktop: m.corrective_actions_verification_desktop,
  'follow-up-visit': m.corrective_actions_verification_visit,
  'worker-interviews': m.corrective_actions_verification_interviews,
  corrective: m.corrective_actions_kind_corrective,
  remediation: m.corrective_actions_kind_remediation,
  pending: m.corrective_actions_status_pending,
  'in-progress': m.corrective_actions_status_in_progress,
  completed: m.corrective_actions_status_completed,
  verified: m.corrective_actions_status_verified,
} satisfies Record<string, Message>;

/** The label of a code in the record; an unknown code is printed unchanged, with its dashes as spaces. */
export function word(value: string, say: Say): string {
  const known: Record<string, Message> = words;
  return known[value]?.({}, say) ?? value.replaceAll('-', ' ');
}

const topicWords: Record<string, Message> = {
  recruitment: m.recorder_topic_recruitment,
  contract: m.recorder_topic_contract,
  wages: m.recorder_topic_wages,
  hours: m.recorder_topic_hours,
  documents: m.recorder_topic_documents,
  movement: m.recorder_topic_movement,
  treatment: m.recorder_topic_treatment,
  housing: m.recorder_topic_housing,
  voice: m.recorder_topic_voice,
  coaching: m.recorder_topic_coaching,
};

/** Interview topics. */
export const topicLabel = (topic: string, say: Say): string => topicWords[topic]?.({}, say) ?? topic.replaceAll('-', ' ');

export const methodWords = (methods: readonly VerificationMethod[] | 'several', say: Say): string =>
  methods === 'several' ? m.audit_report_several({}, say) : methods.map((method) => word(method, say)).join(', ');

/** A suppressed number of people; of a band both ends. */
export function countLabel(count: Interviewed, say: Say): string {
  if (typeof count === 'object') return m.audit_report_band({ from: writeNumber(count.from, say), to: writeNumber(count.to, say) }, say);
  if (count === 'under-5') return m.audit_report_under_five({}, say);
  return count === 'withheld' ? m.audit_report_withheld({}, say) : writeNumber(count, say);
}

type Rate = { nonCompliant: number; assessed: number; rate: number | null };
/** "3 of 12 (25 %)"; a dash where nothing was assessed. */
export function rateLabel(rate: Rate | null, say: Say): string {
  if (rate === null || rate.rate === null) return '–';
  const { nonCompliant, assessed } = rate;
  return m.audit_report_rate({ bad: nonCompliant, assessed, rate: writePercent(rate.rate, say) }, say);
}

/** Whether a point is compliant, as text; null: not assessed. A point with a zero-tolerance question is not stated, whatever was answered. */
export function stateLabel(nonCompliant: boolean | null, say: Say, isNotStated = false): string {
  if (isNotStated) return m.compliance_not_stated({}, say);
  if (nonCompliant === null) return m.audit_report_not_assessed({}, say);
  return nonCompliant ? m.audit_report_not_compliant({}, say) : m.audit_report_compliant({}, say);
}

/** The answer to a checklist question as text. */
export function answerLabel({ isNotStated, answerText }: { isNotStated?: true | undefined; answerText: string | null }, say: Say): string {
  if (isNotStated) return m.compliance_not_stated({}, say);
  return answerText ?? m.audit_report_not_assessed({}, say);
}

export const orDash = (text: string | null): string => (text === null || text.trim() === '' ? '–' : text);

/** What was said at the closing meeting. */
export const saidAtClosing = (said: 'yes' | 'no' | null | undefined, say: Say): string =>
  said ? yesNo(said === 'yes', say) : m.audit_report_not_said({}, say);

export const yesNo = (value: boolean | null, say: Say): string =>
  value === null ? '–' : value ? m.audit_report_yes({}, say) : m.audit_report_no({}, say);
