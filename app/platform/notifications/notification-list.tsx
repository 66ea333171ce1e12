import { Link, useFetcher } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { classNames } from '~/ui/class-names';
import { Form } from '~/ui/form';
import { formatLocal } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { useScripted } from '~/ui/use-scripted';
import type { ShownNotification } from './list-notifications.server';
import { eventTitle } from './notification-labels';

type Shown = Omit<ShownNotification, 'createdAt'> & { createdAt: string | Date };

/**
 * Notifications in their order, under unread and read, by day. `zone`: the reader's time zone; null where none was chosen, which is the browser's, and UTC
 * without script.
 */
export function NotificationList({ notifications, base, zone }: { notifications: readonly Shown[]; base: string; zone: string | null }) {
  const isScripted = useScripted();
  const timeZone = zone ?? (isScripted ? Intl.DateTimeFormat().resolvedOptions().timeZone : 'UTC');
  const unread = notifications.filter(({ isRead }) => !isRead);
  const read = notifications.filter(({ isRead }) => isRead);
  return (
    <>
      {unread.length > 0 && <Part title={m.notifications_unread()} notifications={unread} base={base} timeZone={timeZone} />}
      {read.length > 0 && <Part title={m.notifications_read()} notifications={read} base={base} timeZone={timeZone} />}
    </>
  );
}

type Listed = { notifications: readonly Shown[]; base: string; timeZone: string };

function Part({ title, notifications, base, timeZone }: Listed & { title: string }) {
  const dayOf = ({ createdAt }: Shown) => formatLocal(createdAt, { timeZone }).day;
  const days = [...new Set(notifications.map(dayOf))];
  return (
    <Section title={title}>
      <div className="grid gap-4">
        {days.map((day) => (
          <div key={day}>
            <h3 className="mb-1 text-xs font-normal text-muted">{day}</h3>
            <ul className="divide-y divide-line border-y border-line">
              {notifications
                .filter((notification) => dayOf(notification) === day)
                .map((notification) => (
                  <Item key={notification.id} notification={notification} base={base} timeZone={timeZone} />
                ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  );
}

function Item({ notification, base, timeZone }: { notification: Shown; base: string; timeZone: string }) {
  const { id, label, supplier, path, isRead, createdAt } = notification;
  const fetcher = useFetcher();
  const title = eventTitle(notification);
  const page = `${base}/notifications`;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2.5">
      <div className="min-w-0">
        <p className={classNames(!isRead && 'font-semibold')}>
          {path === null ? (
            title
          ) : (
            <Link
              to={`${base}${path}`}
              onClick={() => {
                if (!isRead) fetcher.submit({ intent: 'read', id }, { method: 'post', action: page });
              }}
            >
              {title}
            </Link>
          )}
        </p>
        <p className="text-muted">
          <bdi>{path === null && label === null ? m.notifications_removed() : [label, supplier].filter(Boolean).join(' · ')}</bdi>
        </p>
      </div>
      <div className="flex items-center gap-3 text-muted">
        <time dateTime={new Date(createdAt).toISOString()}>
          {formatLocal(createdAt, { timeZone }).time}
          {timeZone === 'UTC' && ' UTC'}
        </time>
        {!isRead && (
          <Form method="post" action={page}>
            <input type="hidden" name="id" value={id} />
            <Button size="sm" variant="quiet" name="intent" value="read" aria-label={`${m.notifications_mark()}: ${title}`}>
              {m.notifications_mark()}
            </Button>
          </Form>
        )}
      </div>
    </li>
  );
}
