import { speak } from '~/lending/deal-record/labels';
import { m } from '~/paraglide/messages';
import type { BreachState, CovenantKind, Frequency, NoticeOf, CovenantStatus, Tester, TestResult } from './covenant-lists';

export const covenantKindLabel = speak({
  law: m.monitoring_kind_law,
  esmp: m.monitoring_kind_esmp,
  'action-plan': m.monitoring_kind_plan,
  reporting: m.monitoring_kind_reporting,
  access: m.monitoring_kind_access,
  notification: m.monitoring_kind_notification,
  traceability: m.monitoring_kind_traceability,
  'fee-repayment': m.monitoring_kind_fees,
  'camp-standard': m.monitoring_kind_camp,
  'flow-down': m.monitoring_kind_flow,
  decommissioning: m.monitoring_kind_end,
} satisfies Record<CovenantKind, () => string>);

export const frequencyLabel = speak({
  once: m.monitoring_every_once,
  monthly: m.monitoring_every_month,
  quarterly: m.monitoring_every_quarter,
  'half-yearly': m.monitoring_every_half,
  yearly: m.monitoring_every_year,
} satisfies Record<Frequency, () => string>);

export const testerLabel = speak({
  lender: m.monitoring_tester_lender,
  client: m.monitoring_tester_client,
  consultant: m.monitoring_tester_consultant,
} satisfies Record<Tester, () => string>);

export const noticeOfLabel = speak({
  any: m.monitoring_notice_any,
  grave: m.monitoring_notice_grave,
} satisfies Record<NoticeOf, () => string>);

export const resultLabel = speak({
  met: m.monitoring_result_met,
  'not-met': m.monitoring_result_not_met,
  'not-tested': m.monitoring_result_not_tested,
  received: m.monitoring_result_received,
} satisfies Record<TestResult | 'received', () => string>);

export const covenantStatusLabel = speak({
  ended: m.monitoring_standing_ended,
  waived: m.monitoring_standing_waived,
  default: m.monitoring_standing_default,
  breach: m.monitoring_standing_breach,
  overdue: m.monitoring_standing_overdue,
  untested: m.monitoring_standing_untested,
  'in-order': m.monitoring_standing_in_order,
} satisfies Record<CovenantStatus, () => string>);

export const breachLabel = speak({
  open: m.monitoring_breach_open,
  planned: m.monitoring_breach_planned,
  remedied: m.monitoring_breach_remedied,
  default: m.monitoring_breach_default,
} satisfies Record<BreachState, () => string>);

/** Why an act on a covenant is refused, by code. */
export const covenantRefusals = {
  'loan-over': m.monitoring_refused_loan_over,
  'was-tested': m.monitoring_refused_was_tested,
  'has-ended': m.monitoring_refused_has_ended,
  'breach-open': m.monitoring_refused_breach_open,
  'end-future': m.monitoring_refused_end_future,
  'not-due': m.monitoring_refused_not_due,
  'tested-future': m.monitoring_problem_future,
  'until-past': m.monitoring_refused_until_past,
  'reason-missing': m.monitoring_problem_reason,
  'waiver-waits': m.monitoring_refused_waiver_waits,
  'proposal-waits': m.monitoring_refused_proposal_waits,
  'same-person': m.monitoring_refused_same_person,
  'already-decided': m.monitoring_refused_already_decided,
  'no-such-breach-step': m.monitoring_refused_breach_step,
};
export const covenantRefusalLabel = speak(covenantRefusals);
