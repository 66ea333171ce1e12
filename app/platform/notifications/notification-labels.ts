import { m } from '~/paraglide/messages';
import type { NotificationEvent, NotificationKind } from './notification-events';
import type { Delivery } from './notification-settings';

const titles: Record<NotificationEvent, (count: number) => string> = {
  'task-assigned': () => m.notifications_event_task_assigned(),
  'supplier-assigned': (count) => m.notifications_event_supplier_assigned({ count }),
  'action-assigned': () => m.notifications_event_action_assigned(),
  'audit-assigned': () => m.notifications_event_audit_assigned(),
  'commission-received': () => m.notifications_event_commission_received(),
  'note-mention': () => m.notifications_event_note_mention(),
  'task-due': () => m.notifications_event_task_due(),
  'task-overdue': () => m.notifications_event_task_overdue(),
  'action-due': () => m.notifications_event_action_due(),
  'action-overdue': () => m.notifications_event_action_overdue(),
  'credential-expiring': () => m.notifications_event_credential_expiring(),
  'audit-starting': () => m.notifications_event_audit_starting(),
  'request-overdue': (count) => m.notifications_event_request_overdue({ count }),
  'covenant-due': () => m.notifications_event_covenant_due(),
  'covenant-overdue': () => m.notifications_event_covenant_overdue(),
  'monitoring-due': () => m.notifications_event_monitoring_due(),
  'monitoring-overdue': () => m.notifications_event_monitoring_overdue(),
  'alert-raised': () => m.notifications_event_alert_raised(),
  'response-received': () => m.notifications_event_response_received(),
  'finding-replied': () => m.notifications_event_finding_replied(),
  'site-message': () => m.notifications_event_site_message(),
  'audit-returned': () => m.notifications_event_audit_returned(),
  'audit-replied': () => m.notifications_event_audit_replied(),
  'commission-changed': () => m.notifications_event_commission_changed(),
  'report-ready': () => m.notifications_event_report_ready(),
  'score-report-ready': () => m.notifications_event_score_report_ready(),
  'deal-report-ready': () => m.notifications_event_deal_report_ready(),
  'band-changed': () => m.notifications_event_band_changed(),
  'followed-alert': () => m.notifications_event_followed_alert(),
  'followed-finding': () => m.notifications_event_followed_finding(),
};

/** What happened, in the language of the current run. */
export const eventTitle = ({ event, count }: { event: NotificationEvent; count: number }): string => titles[event](count);

const kinds: Record<NotificationKind, () => string> = {
  assignment: m.notifications_kind_assignment,
  mention: m.notifications_kind_mention,
  deadline: m.notifications_kind_deadline,
  alert: m.notifications_kind_alert,
  submission: m.notifications_kind_submission,
  reply: m.notifications_kind_reply,
  report: m.notifications_kind_report,
  score: m.notifications_kind_score,
  follow: m.notifications_kind_follow,
};
export const kindLabel = (kind: NotificationKind): string => kinds[kind]();

const deliveryWords: Record<Delivery, () => string> = {
  off: m.notifications_delivery_off,
  product: m.notifications_delivery_product,
  digest: m.notifications_delivery_digest,
  'at-once': m.notifications_delivery_at_once,
};
export const deliveryLabel = (delivery: Delivery): string => deliveryWords[delivery]();
