import { covenantKindLabel } from '~/lending/covenants/labels';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { noticeLabel } from './incident-notice';
import { incidentKindLabel } from './monitoring-labels';
import type { DueTaskKind } from './monitoring-lists';
import type { MonitoringDue } from './read-due.server';

const words = {
  breach: m.monitoring_due_breach,
  covenant: m.monitoring_due_test,
  report: m.monitoring_due_report,
  review: m.monitoring_due_review,
  incident: m.monitoring_due_incident,
} satisfies Record<DueTaskKind, () => string>;

/** The kind of a task, for a filter. */
export const dueTaskLabel = (kind: DueTaskKind): string => words[kind]();

/** A task in a line: what it is, and which covenant, period or incident. */
export function dueTaskText({ kind, id, to, covenant, incident }: MonitoringDue['items'][number]): string {
  const about = covenant
    ? `${m.monitoring_covenant_number({ number: covenant.number })} ${covenantKindLabel(covenant.kind)}`
    : incident
      ? `${incidentKindLabel(incident.kind)}, ${formatDate(incident.happenedOn)} · ${noticeLabel(incident.notice)}`
      : m.monitoring_from_to({ from: formatDate(id), to: formatDate(to ?? id) });
  return m.monitoring_due_task({ task: dueTaskLabel(kind), about });
}
