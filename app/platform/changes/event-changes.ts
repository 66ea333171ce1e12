import type { NotificationEvent } from '~/platform/notifications/notification-events';

/**
 * By which kinds of change each event is listed, or why by none. Notifications of an event that the line on Home does not list are counted beside it, so that
 * the line never says that nothing changed while there are some.
 */
export const eventChanges: Readonly<Record<NotificationEvent, { kinds: readonly [string, ...string[]] } | { none: string }>> = {
  'task-assigned': { none: 'a task of a person, which is among the tasks of the supplier' },
  'supplier-assigned': { none: 'a responsibility of a person: nothing about the supplier changed' },
  'action-assigned': { none: 'an action of a person, which is in the queue' },
  'audit-assigned': { kinds: ['audit-assigned'] },
  'commission-received': { kinds: ['commission-received'] },
  'note-mention': { none: 'a conversation, which only those who are mentioned follow' },
  'task-due': { none: 'a deadline to come: nothing changed' },
  'task-overdue': { none: 'a task of a person, which is among the tasks of the supplier' },
  'action-due': { none: 'a deadline to come, which is in the queue' },
  'action-overdue': { kinds: ['action-overdue'] },
  'credential-expiring': { kinds: ['credential-expiring', 'credential-expired'] },
  'audit-starting': { none: 'a day to come, which is in the queue' },
  'request-overdue': { none: 'a missing response, which is in the queue' },
  'covenant-due': { none: 'a deadline to come, which is in the queue' },
  'covenant-overdue': { none: 'a test that is missing, which is in the queue' },
  'monitoring-due': { none: 'a deadline to come, which is in the queue' },
  'monitoring-overdue': { none: 'a report that is missing, which is in the queue' },
  'alert-raised': { kinds: ['alert-raised'] },
  'response-received': { kinds: ['response-submitted'] },
  'finding-replied': { kinds: ['finding-replied'] },
  'site-message': { kinds: ['site-message'] },
  'audit-returned': { kinds: ['audit-returned'] },
  'audit-replied': { kinds: ['audit-concluded'] },
  'commission-changed': { kinds: ['commission-answered', 'commission-withdrawn', 'commission-question', 'commission-decided'] },
  'report-ready': { none: 'a file that was issued: the audit changed when it was approved' },
  'score-report-ready': { none: 'a file that the reader asked for' },
  'deal-report-ready': { none: 'a file that the reader asked for' },
  'band-changed': { kinds: ['band-changed'] },
  'followed-alert': { kinds: ['alert-raised'] },
  'followed-finding': { kinds: ['finding-recorded'] },
};
