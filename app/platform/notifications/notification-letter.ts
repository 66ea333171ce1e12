import { m } from '~/paraglide/messages';
import type { Letter } from '~/platform/mail/send.server';
import type { ShownNotification } from './list-notifications.server';
import { eventTitle } from './notification-labels';

/**
 * One letter with several notifications, in the language of the current run. Its subject has their number and the organization only: subjects are read on
 * locked screens.
 */
export function notificationLetter(sent: {
  organization: string;
  notifications: readonly ShownNotification[];
  /** The address of the organization's pages. */
  base: string;
  unsubscribeUrl: string;
}): Letter {
  const { organization, notifications, base, unsubscribeUrl } = sent;
  const items = notifications.map((notification) => {
    const { label, supplier, path } = notification;
    const line = [eventTitle(notification), [label, supplier].filter(Boolean).join(' · ')].filter(Boolean).join(': ');
    return `${line}\n${base}${path ?? '/notifications'}`;
  });
  return {
    subject: m.notifications_letter_subject({ count: notifications.length, organization }),
    text: `${[
      ...items,
      `${m.notifications_letter_all()}\n${base}/notifications`,
      `${m.notifications_letter_settings()}\n${base}/settings/notifications`,
      `${m.notifications_letter_unsubscribe({ organization })}\n${unsubscribeUrl}`,
    ].join('\n\n')}\n`,
    unsubscribeUrl,
  };
}
