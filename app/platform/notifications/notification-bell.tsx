import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { Icon } from '~/ui/icon';

/** The link to the reader's notifications, with how many are unread. */
export function NotificationBell({ base, unread }: { base: string; unread: number }) {
  const label = unread === 0 ? m.notifications_title() : m.notifications_bell({ count: unread });
  return (
    <Link
      to={`${base}/notifications`}
      aria-label={label}
      title={label}
      className="flex min-h-9 min-w-9 items-center justify-center gap-1 rounded px-2 text-ink no-underline hover:bg-sunken pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      <Icon name="bell" />
      {unread > 0 && (
        <span aria-hidden="true" className="rounded bg-accent px-1 text-xs font-semibold text-on-accent">
          {unread > 99 ? '99+' : formatNumber(unread)}
        </span>
      )}
    </Link>
  );
}
