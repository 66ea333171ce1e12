import { m } from '~/paraglide/messages';
import type {
  BreachState,
  CovenantKind,
  DueKind,
  DueState,
  Frequency,
  IncidentKind,
  NoticeOf,
  ReportState,
  CovenantStatus,
  Tester,
  TestResult,
} from './monitoring-lists';
import type { Clock } from './notice-clock';

/** The label of a code in the reader's language; an unknown code is returned unchanged. */
const speak =
  (words: Readonly<Record<string, () => string>>) =>
  (word: string): string =>
    words[word]?.() ?? word;

export const covenantKindWord = speak({
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

export const frequencyWord = speak({
  once: m.monitoring_every_once,
  monthly: m.monitoring_every_month,
  quarterly: m.monitoring_every_quarter,
  'half-yearly': m.monitoring_every_half,
  yearly: m.monitoring_every_year,
} satisfies Record<Frequency, () => string>);

export const testerWord = speak({
  lender: m.monitoring_tester_lender,
  client: m.monitoring_tester_client,
  consultant: m.monitoring_tester_consultant,
} satisfies Record<Tester, () => string>);

export const noticeOfWord = speak({
  any: m.monitoring_notice_any,
  grave: m.monitoring_notice_grave,
} satisfies Record<NoticeOf, () => string>);

export const resultWord = speak({
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

export const breachWord = speak({
  open: m.monitoring_breach_open,
  planned: m.monitoring_breach_planned,
  remedied: m.monitoring_breach_remedied,
  default: m.monitoring_breach_default,
} satisfies Record<BreachState, () => string>);

export const dueStateWord = speak({
  overdue: m.monitoring_due_overdue,
  coming: m.monitoring_due_coming,
  waived: m.monitoring_due_waived,
  done: m.monitoring_due_done,
} satisfies Record<DueState, () => string>);

export const dueKindWord = speak({
  covenant: m.monitoring_what_covenant,
  report: m.monitoring_what_report,
} satisfies Record<DueKind, () => string>);

export const reportStateWord = speak({
  sent: m.monitoring_report_sent,
  questioned: m.monitoring_report_questioned,
  accepted: m.monitoring_report_accepted,
} satisfies Record<Exclude<ReportState, 'draft'>, () => string>);

/** The status of a due report on a day (YYYY-MM-DD): what became of the submission, else awaited or, past its due date, missing. */
export function reportStatusLabel(report: { state: Exclude<ReportState, 'draft'> | null; dueOn: string }, today: string): string {
  if (report.state !== null) return reportStateWord(report.state);
  return report.dueOn < today ? m.monitoring_report_missing() : m.monitoring_report_awaited();
}

export const incidentKindWord = speak({
  death: m.monitoring_incident_death,
  injury: m.monitoring_incident_injury,
  fire: m.monitoring_incident_fire,
  violence: m.monitoring_incident_violence,
  strike: m.monitoring_incident_strike,
  housing: m.monitoring_incident_housing,
  pay: m.monitoring_incident_pay,
  environment: m.monitoring_incident_environment,
  authority: m.monitoring_incident_authority,
  other: m.monitoring_incident_other,
  restricted: m.monitoring_incident_restricted,
} satisfies Record<IncidentKind, () => string>);

/** Whether the incident was reported in time, or how long is left. */
export function clockWord(clock: Clock): string {
  switch (clock.kind) {
    case 'none':
      return m.monitoring_clock_none();
    case 'in-time':
      return m.monitoring_clock_in_time();
    case 'late':
      return m.monitoring_clock_late({ hours: clock.hours });
    case 'running':
      return m.monitoring_clock_running({ hours: clock.hours });
    case 'over':
      return m.monitoring_clock_over({ hours: clock.hours });
  }
}

export const monitoringRefusalWord = speak({
  'loan-over': m.monitoring_refused_loan_over,
  'was-tested': m.monitoring_refused_was_tested,
  'has-ended': m.monitoring_refused_has_ended,
  'breach-open': m.monitoring_refused_breach_open,
  'end-future': m.monitoring_refused_end_future,
  'not-due': m.monitoring_refused_not_due,
  'tested-future': m.monitoring_problem_future,
  'until-past': m.monitoring_refused_until_past,
  'waiver-waits': m.monitoring_refused_waiver_waits,
  'proposal-waits': m.monitoring_refused_proposal_waits,
  'same-person': m.monitoring_refused_same_person,
  'already-decided': m.monitoring_refused_already_decided,
  'no-such-breach-step': m.monitoring_refused_breach_step,
  'schedule-going': m.monitoring_refused_schedule_going,
  'period-overlaps': m.monitoring_refused_overlaps,
  'not-a-period-end': m.monitoring_refused_period_end,
  'nothing-to-judge': m.monitoring_refused_nothing,
  'newer-version': m.monitoring_refused_newer,
  'incident-closed': m.monitoring_refused_closed,
  'told-already': m.monitoring_refused_told_already,
  'told-before': m.monitoring_refused_told_before,
  'told-future': m.monitoring_problem_future,
});
