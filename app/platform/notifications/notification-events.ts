import type { Permission } from '~/access/permissions';

/** What a member chooses delivery for. */
export const notificationKinds = [
  'assignment',
  'mention',
  'deadline',
  'alert',
  'submission',
  'reply',
  'report',
  'score',
  'follow',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/**
 * What members are notified of: a closed list. `needs`: the permission to read the record; without it the notification is not shown. No event is about a
 * sensitive case, and none may be: lists and letters are read in places that a case must not reach.
 */
export const notificationEvents = {
  'task-assigned': { kind: 'assignment', needs: 'read:supplier' },
  'supplier-assigned': { kind: 'assignment', needs: 'read:supplier' },
  'action-assigned': { kind: 'assignment', needs: 'read:finding' },
  'audit-assigned': { kind: 'assignment', needs: 'read:audit' },
  'commission-received': { kind: 'assignment', needs: 'read:commission' },
  'note-mention': { kind: 'mention', needs: 'read:supplier' },
  'task-due': { kind: 'deadline', needs: 'read:supplier' },
  'task-overdue': { kind: 'deadline', needs: 'read:supplier' },
  'action-due': { kind: 'deadline', needs: 'read:finding' },
  'action-overdue': { kind: 'deadline', needs: 'read:finding' },
  'credential-expiring': { kind: 'deadline', needs: 'read:audit' },
  'audit-starting': { kind: 'deadline', needs: 'read:audit' },
  'request-overdue': { kind: 'deadline', needs: 'read:response' },
  'covenant-due': { kind: 'deadline', needs: 'read:deal' },
  'covenant-overdue': { kind: 'deadline', needs: 'read:deal' },
  'monitoring-due': { kind: 'deadline', needs: 'read:deal' },
  'monitoring-overdue': { kind: 'deadline', needs: 'read:deal' },
  'alert-raised': { kind: 'alert', needs: 'read:supplier' },
  'response-received': { kind: 'submission', needs: 'read:response' },
  'finding-replied': { kind: 'reply', needs: 'read:finding' },
  'site-message': { kind: 'reply', needs: 'read:finding' },
  'audit-returned': { kind: 'reply', needs: 'read:audit' },
  'audit-replied': { kind: 'reply', needs: 'read:audit' },
  'commission-changed': { kind: 'assignment', needs: 'read:commission' },
  'report-ready': { kind: 'report', needs: 'read:audit' },
  'score-report-ready': { kind: 'report', needs: 'read:report' },
  'deal-report-ready': { kind: 'report', needs: 'read:deal' },
  'band-changed': { kind: 'score', needs: 'read:supplier' },
  'followed-alert': { kind: 'follow', needs: 'read:supplier' },
  'followed-finding': { kind: 'follow', needs: 'read:finding' },
} as const satisfies Record<string, { kind: NotificationKind; needs: Permission }>;
export type NotificationEvent = keyof typeof notificationEvents;

export const allEvents = Object.keys(notificationEvents) as NotificationEvent[];

/** The events of these kinds whose records a reader may open. */
export function eventsFor(kinds: readonly NotificationKind[], can: (permission: Permission) => boolean): NotificationEvent[] {
  return allEvents.filter((event) => kinds.includes(notificationEvents[event].kind) && can(notificationEvents[event].needs));
}
