import type { DebtLevel } from '#scoring';
import { m } from '~/paraglide/messages';
import type {
  AssessmentConclusion,
  AssessmentMethod,
  FeeCode,
  licenceState,
  Payer,
  RecruiterStatus,
  ReasonCode,
  SanctionKind,
} from './recruiter-record';

const fees = {
  F1: m.supply_links_fee_f1,
  F2: m.supply_links_fee_f2,
  F3: m.supply_links_fee_f3,
  F4: m.supply_links_fee_f4,
  F5: m.supply_links_fee_f5,
  F6: m.supply_links_fee_f6,
  F7: m.supply_links_fee_f7,
  F8: m.supply_links_fee_f8,
  F9: m.supply_links_fee_f9,
} satisfies Record<FeeCode, () => string>;
export const payerNames = {
  worker: m.supply_links_payer_worker,
  employer: m.supply_links_payer_employer,
  agent: m.supply_links_payer_agent,
  unknown: m.supply_links_payer_unknown,
} satisfies Record<Payer, () => string>;
export const statusNames = {
  approved: m.supply_links_status_approved,
  conditional: m.supply_links_status_conditional,
  suspended: m.supply_links_status_suspended,
  stopped: m.supply_links_status_stopped,
} satisfies Record<RecruiterStatus, () => string>;
export const reasonNames = {
  'worker-fees': m.supply_links_reason_worker_fees,
  'no-licence': m.supply_links_reason_no_licence,
  'documents-held': m.supply_links_reason_documents_held,
  deception: m.supply_links_reason_deception,
  coercion: m.supply_links_reason_coercion,
  'hidden-sub-agents': m.supply_links_reason_hidden_sub_agents,
  'conflict-of-interest': m.supply_links_reason_conflict,
  'ban-or-case': m.supply_links_reason_ban,
  'no-cooperation': m.supply_links_reason_no_cooperation,
  other: m.supply_links_reason_other,
} satisfies Record<ReasonCode, () => string>;
export const methodNames = {
  documents: m.recruiter_reviews_method_documents,
  questionnaire: m.recruiter_reviews_method_questionnaire,
  visit: m.recruiter_reviews_method_visit,
  interviews: m.recruiter_reviews_method_interviews,
  audit: m.recruiter_reviews_method_audit,
  certification: m.recruiter_reviews_method_certification,
  other: m.recruiter_reviews_method_other,
} satisfies Record<AssessmentMethod, () => string>;
export const conclusionNames = {
  meets: m.recruiter_reviews_conclusion_meets,
  partly: m.recruiter_reviews_conclusion_partly,
  fails: m.recruiter_reviews_conclusion_fails,
} satisfies Record<AssessmentConclusion, () => string>;
export const sanctionNames = {
  ban: m.recruiter_reviews_sanction_ban,
  'licence-suspended': m.recruiter_reviews_sanction_licence,
  penalty: m.recruiter_reviews_sanction_penalty,
  'court-case': m.recruiter_reviews_sanction_court,
} satisfies Record<SanctionKind, () => string>;
const licences = {
  unknown: m.supply_links_licence_unknown,
  expired: m.supply_links_licence_expired,
  soon: m.supply_links_licence_soon,
  holds: m.supply_links_licence_holds,
} satisfies Record<ReturnType<typeof licenceState>, () => string>;
const levels = {
  none: m.supply_links_debt_none,
  low: m.supply_links_debt_low,
  moderate: m.supply_links_debt_moderate,
  high: m.supply_links_debt_high,
  'very-high': m.supply_links_debt_very_high,
  extreme: m.supply_links_debt_extreme,
} satisfies Record<DebtLevel, () => string>;

export const feeName = (code: FeeCode): string => `${code} · ${fees[code]()}`;
export const payerName = (payer: Payer): string => payerNames[payer]();
export const statusName = (status: RecruiterStatus): string => statusNames[status]();
export const reasonName = (code: ReasonCode): string => reasonNames[code]();
export const licenceStateName = (state: ReturnType<typeof licenceState>): string => licences[state]();
export const debtLevelName = (level: DebtLevel): string => levels[level]();
