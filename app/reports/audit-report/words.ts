import type { VerificationMethod } from '#scoring';
import { writeNumber, writePercent } from '~/charts/numbers';
import { m } from '~/paraglide/messages';
import type { Interviewed } from './people-schema';
import type { AuditReport } from './schema';

export type Say = { locale: AuditReport['locale'] };
type Message = (inputs: Record<string, never>, say: Say) => string;

const words = {
  initial: m.audit_type_initial,
  periodic: m.audit_type_periodic,
  'follow-up': m.audit_type_follow_up,
  announced: m.audit_announced,
  'semi-announced': m.audit_semi_announced,
  unannounced: m.audit_unannounced,
  lead: m.audit_part_lead,
  assessor: m.audit_part_assessor,
  interpreter: m.audit_part_interpreter,
  observer: m.audit_part_observer,
  documents: m.instrument_verify_documents,
  workers: m.instrument_verify_workers,
  management: m.instrument_verify_management,
  'worker-representatives': m.instrument_verify_worker_representatives,
  observation: m.instrument_verify_observation,
  agree: m.auditreport_agree,
  partly: m.auditreport_partly,
  contradict: m.auditreport_contradict,
  single: m.auditreport_single,
  isolated: m.auditreport_isolated,
  systemic: m.auditreport_systemic,
  independent: m.auditreport_independent,
  present: m.screening_state_present,
  absent: m.screening_state_absent,
  unknown: m.screening_state_unknown,
  strong: m.instrument_strength_strong,
  medium: m.instrument_strength_medium,
  weak: m.instrument_strength_weak,
  none: m.screening_total_none,
  exploitation: m.screening_total_exploitation,
  'deception-and-exploitation': m.screening_total_deception_and_exploitation,
  'coerced-recruitment-and-exploitation': m.screening_total_coerced_recruitment_and_exploitation,
  'coercion-inconclusive': m.screening_total_coercion_inconclusive,
  'forced-labour': m.screening_total_forced_labour,
  'trafficking-for-forced-labour': m.screening_total_trafficking,
  'child-trafficking': m.screening_total_child_trafficking,
  opening: m.auditreport_meeting_opening,
  closing: m.auditreport_meeting_closing,
  presence: m.auditreport_meeting_presence,
  sex: m.audit_dimension_sex,
  origin: m.audit_dimension_origin,
  contract: m.audit_dimension_contract,
  shift: m.audit_dimension_shift,
  language: m.audit_dimension_language,
  women: m.audit_value_women,
  men: m.audit_value_men,
  migrants: m.audit_value_migrants,
  locals: m.audit_value_locals,
  agency: m.audit_value_agency,
  direct: m.audit_value_direct,
  form: m.auditreport_talk_form,
  individual: m.auditreport_talk_individual,
  group: m.auditreport_talk_group,
  place: m.auditreport_talk_place,
  'on-site': m.auditreport_talk_on_site,
  'off-site': m.auditreport_talk_off_site,
  chosenBy: m.auditreport_talk_chosen,
  team: m.auditreport_chosen_team,
  themselves: m.auditreport_chosen_themselves,
  'not-raised': m.auditreport_topic_not_raised,
  'no-concern': m.auditreport_topic_none,
  'some-concern': m.auditreport_topic_some,
  'grave-concern': m.auditreport_topic_grave,
  'too-few': m.auditreport_topic_too_few,
  'above-60': m.auditreport_hours_above,
  'no-rest-day': m.auditreport_hours_no_rest,
  'overtime-not-voluntary': m.auditreport_hours_forced,
  'below-minimum': m.auditreport_pay_below,
  'overtime-unpaid': m.auditreport_pay_unpaid,
  'overtime-underpaid': m.auditreport_pay_underpaid,
  'recruitment-fee': m.auditreport_pay_fee,
  deposit: m.auditreport_pay_deposit,
  fine: m.auditreport_pay_fine,
  loan: m.auditreport_pay_loan,
  desktop: m.action_verification_desktop,
  'follow-up-visit': m.action_verification_visit,
  'worker-interviews': m.action_verification_interviews,
  corrective: m.action_kind_corrective,
  remediation: m.action_kind_remediation,
  pending: m.action_status_pending,
  'in-progress': m.action_status_in_progress,
  completed: m.action_status_completed,
  verified: m.action_status_verified,
} satisfies Record<string, Message>;

/** A word of the record's closed lists; what is no such word is given as it is, with its dashes as spaces. */
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

/** What talks were about. */
export const topicWord = (topic: string, say: Say): string => topicWords[topic]?.({}, say) ?? topic.replaceAll('-', ' ');

export const methodWords = (methods: readonly VerificationMethod[] | 'several', say: Say): string =>
  methods === 'several' ? m.auditreport_several({}, say) : methods.map((method) => word(method, say)).join(', ');

/** A number of people as it may be told; of a band both ends. */
export function countWord(count: Interviewed, say: Say): string {
  if (typeof count === 'object') return m.auditreport_band({ from: writeNumber(count.from, say), to: writeNumber(count.to, say) }, say);
  if (count === 'under-5') return m.auditreport_under_five({}, say);
  return count === 'withheld' ? m.auditreport_withheld({}, say) : writeNumber(count, say);
}

type Rate = { nonCompliant: number; assessed: number; rate: number | null };
/** "3 of 12 (25 %)"; a dash where nothing was assessed. */
export function rateWord(rate: Rate | null, say: Say): string {
  if (rate === null || rate.rate === null) return '–';
  const { nonCompliant, assessed } = rate;
  return m.auditreport_rate({ bad: nonCompliant, assessed, rate: writePercent(rate.rate, say) }, say);
}

/** Whether a point is compliant, in words; null: nobody assessed it. One that holds a zero-tolerance question is not stated, whatever was answered. */
export function stateWord(nonCompliant: boolean | null, say: Say, isNotStated = false): string {
  if (isNotStated) return m.compliance_not_stated({}, say);
  if (nonCompliant === null) return m.auditreport_not_assessed({}, say);
  return nonCompliant ? m.auditreport_not_compliant({}, say) : m.auditreport_compliant({}, say);
}

/** What was answered to a question of the checklist, in words. */
export function answerWord({ isNotStated, answerText }: { isNotStated?: true | undefined; answerText: string | null }, say: Say): string {
  if (isNotStated) return m.compliance_not_stated({}, say);
  return answerText ?? m.auditreport_not_assessed({}, say);
}

export const orDash = (text: string | null): string => (text === null || text.trim() === '' ? '–' : text);

/** What was said at the closing meeting. */
export const saidAtClosing = (said: 'yes' | 'no' | null | undefined, say: Say): string =>
  said ? yesNo(said === 'yes', say) : m.auditreport_not_said({}, say);

export const yesNo = (value: boolean | null, say: Say): string =>
  value === null ? '–' : value ? m.auditreport_yes({}, say) : m.auditreport_no({}, say);
