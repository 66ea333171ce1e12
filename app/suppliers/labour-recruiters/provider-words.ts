import type { DebtLevel } from '#scoring';
import type { feePolicies, orientationChoices, orientationTopics, recruitmentServices } from '~/suppliers/registry/fact-fields';
import { m } from '~/paraglide/messages';
import type {
  AssessmentConclusion,
  AssessmentMethod,
  FeeCode,
  licenceState,
  Payer,
  ProviderStatus,
  ReasonCode,
  SanctionKind,
} from './provider-record';

const fees = {
  F1: m.tiers_fee_f1,
  F2: m.tiers_fee_f2,
  F3: m.tiers_fee_f3,
  F4: m.tiers_fee_f4,
  F5: m.tiers_fee_f5,
  F6: m.tiers_fee_f6,
  F7: m.tiers_fee_f7,
  F8: m.tiers_fee_f8,
  F9: m.tiers_fee_f9,
} satisfies Record<FeeCode, () => string>;
export const payerNames = {
  worker: m.tiers_payer_worker,
  employer: m.tiers_payer_employer,
  agent: m.tiers_payer_agent,
  unknown: m.tiers_payer_unknown,
} satisfies Record<Payer, () => string>;
export const statusNames = {
  approved: m.tiers_status_approved,
  conditional: m.tiers_status_conditional,
  suspended: m.tiers_status_suspended,
  stopped: m.tiers_status_stopped,
} satisfies Record<ProviderStatus, () => string>;
export const reasonNames = {
  'worker-fees': m.tiers_reason_worker_fees,
  'no-licence': m.tiers_reason_no_licence,
  'documents-held': m.tiers_reason_documents_held,
  deception: m.tiers_reason_deception,
  coercion: m.tiers_reason_coercion,
  'hidden-sub-agents': m.tiers_reason_hidden_sub_agents,
  'conflict-of-interest': m.tiers_reason_conflict,
  'ban-or-case': m.tiers_reason_ban,
  'no-cooperation': m.tiers_reason_no_cooperation,
  other: m.tiers_reason_other,
} satisfies Record<ReasonCode, () => string>;
export const serviceNames = {
  abroad: m.provider_service_abroad,
  local: m.provider_service_local,
  'agency-work': m.provider_service_agency_work,
  'contract-labour': m.provider_service_contract_labour,
  papers: m.provider_service_papers,
  orientation: m.provider_service_orientation,
  travel: m.provider_service_travel,
  lodging: m.provider_service_lodging,
  payroll: m.provider_service_payroll,
  return: m.provider_service_return,
} satisfies Record<(typeof recruitmentServices)[number], () => string>;
export const feePolicyNames = {
  'no-worker-costs': m.recruiter_fee_policy_no_worker_costs,
  'no-service-fee': m.recruiter_fee_policy_no_service_fee,
  'within-law': m.recruiter_fee_policy_within_law,
  'workers-pay': m.recruiter_fee_policy_workers_pay,
  none: m.recruiter_fee_policy_none,
} satisfies Record<(typeof feePolicies)[number], () => string>;
export const orientationNames = {
  all: m.recruiter_orientation_all,
  some: m.recruiter_orientation_some,
  nobody: m.recruiter_orientation_nobody,
} satisfies Record<(typeof orientationChoices)[number], () => string>;
export const topicNames = {
  contract: m.recruiter_topic_contract,
  pay: m.recruiter_topic_pay,
  costs: m.recruiter_topic_costs,
  rights: m.recruiter_topic_rights,
  papers: m.recruiter_topic_papers,
  complaints: m.recruiter_topic_complaints,
  leaving: m.recruiter_topic_leaving,
  living: m.recruiter_topic_living,
} satisfies Record<(typeof orientationTopics)[number], () => string>;
export const methodNames = {
  documents: m.recruiter_method_documents,
  questionnaire: m.recruiter_method_questionnaire,
  visit: m.recruiter_method_visit,
  interviews: m.recruiter_method_interviews,
  audit: m.recruiter_method_audit,
  certification: m.recruiter_method_certification,
  other: m.recruiter_method_other,
} satisfies Record<AssessmentMethod, () => string>;
export const conclusionNames = {
  meets: m.recruiter_conclusion_meets,
  partly: m.recruiter_conclusion_partly,
  fails: m.recruiter_conclusion_fails,
} satisfies Record<AssessmentConclusion, () => string>;
export const sanctionNames = {
  ban: m.recruiter_sanction_ban,
  'licence-suspended': m.recruiter_sanction_licence,
  penalty: m.recruiter_sanction_penalty,
  'court-case': m.recruiter_sanction_court,
} satisfies Record<SanctionKind, () => string>;
const licences = {
  unknown: m.tiers_licence_unknown,
  expired: m.tiers_licence_expired,
  soon: m.tiers_licence_soon,
  holds: m.tiers_licence_holds,
} satisfies Record<ReturnType<typeof licenceState>, () => string>;
const levels = {
  none: m.tiers_debt_none,
  low: m.tiers_debt_low,
  moderate: m.tiers_debt_moderate,
  high: m.tiers_debt_high,
  'very-high': m.tiers_debt_very_high,
  extreme: m.tiers_debt_extreme,
} satisfies Record<DebtLevel, () => string>;

export const feeName = (code: FeeCode): string => `${code} · ${fees[code]()}`;
export const payerName = (payer: Payer): string => payerNames[payer]();
export const statusName = (status: ProviderStatus): string => statusNames[status]();
export const reasonName = (code: ReasonCode): string => reasonNames[code]();
export const licenceStateName = (state: ReturnType<typeof licenceState>): string => licences[state]();
export const debtLevelName = (level: DebtLevel): string => levels[level]();
