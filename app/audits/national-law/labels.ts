import { m } from '~/paraglide/messages';
import type { LimitKind } from './entered-requirement';
import type { ShownRequirement } from './requirement';

const topics: Readonly<Record<string, () => string>> = {
  status: m.national_law_topic_status,
  minimum_age: m.national_law_topic_minimum_age,
  hours: m.national_law_topic_hours,
  overtime: m.national_law_topic_overtime,
  weekly_rest: m.national_law_topic_weekly_rest,
  annual_leave: m.national_law_topic_annual_leave,
  maternity: m.national_law_topic_maternity,
  minimum_wage: m.national_law_topic_minimum_wage,
  wage_payment: m.national_law_topic_wage_payment,
  deductions: m.national_law_topic_deductions,
  recruitment_fees: m.national_law_topic_recruitment_fees,
  identity_documents: m.national_law_topic_identity_documents,
  contract: m.national_law_topic_contract,
  termination: m.national_law_topic_termination,
  probation: m.national_law_topic_probation,
  fixed_term: m.national_law_topic_fixed_term,
  agency_work: m.national_law_topic_agency_work,
  migrant_workers: m.national_law_topic_migrant_workers,
  unions: m.national_law_topic_unions,
  worker_committees: m.national_law_topic_worker_committees,
  fire_safety: m.national_law_topic_fire_safety,
  dormitories: m.national_law_topic_dormitories,
  social_insurance: m.national_law_topic_social_insurance,
  equal_pay: m.national_law_topic_equal_pay,
  forced_labour: m.national_law_topic_forced_labour,
  other: m.national_law_topic_other,
};
export const lawTopicLabel = (topic: string): string => topics[topic]?.() ?? topic;

const certainties = {
  confirmed: m.national_law_confirmed,
  'second-hand': m.national_law_second_hand,
  'to-be-checked': m.national_law_to_be_checked,
} satisfies Record<ShownRequirement['certainty'], () => string>;
export const certaintyLabel = (certainty: ShownRequirement['certainty']): string => certainties[certainty]();

export const lawTopics = Object.keys(topics).filter((topic) => topic !== 'status');

const limits = {
  'weekly-hours': m.national_law_limit_weekly_hours,
  'overtime-rate': m.national_law_limit_overtime_rate,
  'deduction-share': m.national_law_limit_deduction_share,
  'hourly-minimum': m.national_law_limit_hourly_minimum,
} satisfies Record<LimitKind, () => string>;
export const limitLabel = (kind: LimitKind): string => limits[kind]();
