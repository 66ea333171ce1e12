import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatDate, formatNumber } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { DateText } from '~/ui/values';
import { daysBetween, homeDays, type QueueTime, queueTimes, timeOf } from './queue-dates';
import type { QueueWhen } from './queue-filter';
import type { Assigned } from './read-queue.server';
import type { QueueItem } from './queue-source';

const timeWords = {
  urgent: m.queue_time_urgent,
  overdue: m.queue_time_overdue,
  today: m.queue_time_today,
  week: m.queue_time_week,
  fortnight: () => m.queue_time_fortnight({ days: formatNumber(homeDays) }),
  open: m.queue_time_open,
  later: m.queue_time_later,
} satisfies Record<QueueTime, () => string>;

export const timeLabel = (time: QueueTime): string => timeWords[time]();
export const whenLabel = (when: QueueWhen): string =>
  when === 'soon' ? m.queue_when_soon({ days: formatNumber(homeDays) }) : timeLabel(when);

/** Tasks in the order of their due dates, under headings. Overdue is text and icon, never colour alone. */
export function QueueList({ items, today, base, level = 3 }: { items: readonly QueueItem[]; today: string; base: string; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return queueTimes.map((time) => {
    const due = items.filter((item) => timeOf(item, today) === time);
    if (due.length === 0) return null;
    return (
      <section key={time} className="mb-2">
        <Heading className={`mb-0.5 text-xs font-semibold ${time === 'overdue' || time === 'urgent' ? 'text-warning' : 'text-muted'}`}>
          {timeLabel(time)}
        </Heading>
        <ul>
          {due.map((item) => (
            <Task key={`${item.kind} ${item.id}`} item={item} today={today} base={base} />
          ))}
        </ul>
      </section>
    );
  });
}

function Task({ item, today, base }: { item: QueueItem; today: string; base: string }) {
  const { icon, label, path, dueOn, isOverdue } = item;
  const about = aboutOf(item);
  const href = path.startsWith('/') ? path : `${base}/${path}`;
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-baseline gap-x-2 border-b border-line py-1">
      <Icon name={icon} className="translate-y-0.5 text-muted" />
      <span className="min-w-0">
        <Link to={href} reloadDocument={path.startsWith('/')} className="font-semibold text-ink no-underline hover:underline">
          {label}
        </Link>
        {about !== '' && (
          <span className="line-clamp-2 text-xs text-muted" title={about}>
            <bdi>{about}</bdi>
          </span>
        )}
      </span>
      {dueOn === null ? null : isOverdue ? (
        <span className="whitespace-nowrap text-xs font-semibold text-warning" title={formatDate(dueOn)}>
          <Icon name="clock" /> <span className="sr-only">{m.queue_time_overdue()} </span>
          {m.queue_days_late({ count: daysBetween(dueOn, today) })}
        </span>
      ) : (
        <span className="whitespace-nowrap text-xs text-muted">{dueOn === today ? m.queue_time_today() : <DateText value={dueOn} />}</span>
      )}
    </li>
  );
}

/** The first two parties of a group, and how many more; of one task also its detail. */
export function aboutOf({ subjects, detail, count, parties }: Pick<QueueItem, 'subjects' | 'detail' | 'count' | 'parties'>): string {
  const named = [...new Set(subjects)].slice(0, 2);
  if (count <= 1) return [...named, detail].filter((text) => text !== '').join(' · ');
  const more = parties - named.length;
  return more > 0 ? `${named.join(', ')} ${m.queue_and_more({ count: more })}` : named.join(', ');
}

/** Kinds of which not all tasks are shown, each leading to all of them. */
export function QueueRest({
  kinds,
  items,
  base,
  when = null,
  assigned = null,
}: {
  kinds: readonly { kind: string; label: string; total: number }[];
  items: readonly QueueItem[];
  base: string;
  /** The time that the list is of, which the lists behind the kinds keep. */
  when?: QueueWhen | null;
  /** Whose tasks the list shows, which the lists behind the kinds keep. */
  assigned?: Assigned | null;
}) {
  const rest = kinds.flatMap(({ kind, label, total }) => {
    const shown = items.reduce((sum, item) => sum + (item.kind === kind ? item.count : 0), 0);
    return total > shown ? [{ kind, label, count: total - shown }] : [];
  });
  if (rest.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs">
      {rest.map(({ kind, label, count }) => (
        <li key={kind}>
          <Link
            to={`${base}/queue?kind=${kind}${when === null ? '' : `&when=${when}`}${assigned === null ? '' : `&assigned=${assigned}`}`}
            className="inline-flex min-h-6 items-center"
          >
            {m.queue_more_of_kind({ kind: label, count: formatNumber(count) })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
