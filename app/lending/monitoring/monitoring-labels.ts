import { covenantRefusals } from '~/lending/covenants/labels';
import { speak } from '~/lending/deal-record/labels';
import { m } from '~/paraglide/messages';
import type { DueKind, DueState, IncidentKind, ReportState } from './monitoring-lists';
import type { Clock } from './notice-clock';

export const dueStateLabel = speak({
  overdue: m.monitoring_due_overdue,
  coming: m.monitoring_due_coming,
  waived: m.monitoring_due_waived,
  done: m.monitoring_due_done,
} satisfies Record<DueState, () => string>);

export const dueKindLabel = speak({
  covenant: m.monitoring_what_covenant,
  report: m.monitoring_what_report,
} satisfies Record<DueKind, () => string>);

export const reportStateLabel = speak({
  sent: m.monitoring_report_sent,
  questioned: m.monitoring_report_questioned,
  accepted: m.monitoring_report_accepted,
} satisfies Record<Exclude<ReportState, 'draft'>, () => string>);

/** The status of a due report on a day (YYYY-MM-DD): what became of the submission, else awaited or, past its due date, missing. */
export function reportStatusLabel(report: { state: Exclude<ReportState, 'draft'> | null; dueOn: string }, today: string): string {
  if (report.state !== null) return reportStateLabel(report.state);
  return report.dueOn < today ? m.monitoring_report_missing() : m.monitoring_report_awaited();
}

export const incidentKindLabel = speak({
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
export function clockLabel(clock: Clock): string {
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

export const monitoringRefusalLabel = speak({
  ...covenantRefusals,
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
