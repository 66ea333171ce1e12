import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { DateText } from '~/ui/values';
import { dueTaskText } from './due-tasks';
import type { DueTaskKind } from './monitoring-lists';
import type { MonitoringDue } from './read-due.server';

const places = {
  breach: 'covenants',
  covenant: 'covenants',
  report: 'reports',
  review: 'reports',
  incident: 'incidents',
} satisfies Record<DueTaskKind, string>;

/** Pending monitoring tasks of all loans, oldest first, each linked to its page; overdue is shown as text and icon. */
export function MonitoringDueList({ items, count, base }: MonitoringDue & { base: string }) {
  return (
    <>
      <ul className="grid">
        {items.map((item) => {
          const { kind, key, id, dealId, number, project, dueOn, isOverdue, covenant } = item;
          return (
            <li key={kind + key} className="grid gap-x-4 border-b border-line py-2 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-baseline">
              <span className="min-w-0">
                <Link to={`${base}/deals/${dealId}/monitoring/${places[kind]}/${id}`}>{dueTaskText(item)}</Link>
                <span className="block text-muted">
                  {number} <bdi>{project}</bdi>
                  {covenant && covenant.text !== '' && ` · ${covenant.text}`}
                </span>
              </span>
              <span className={isOverdue ? 'text-warning' : 'text-muted'}>
                {isOverdue && (
                  <>
                    <Icon name="clock" /> {m.shell_home_overdue()}{' '}
                  </>
                )}
                {dueOn === null ? (
                  m.queue_time_open()
                ) : kind === 'breach' ? (
                  m.monitoring_due_plan({ date: formatDate(dueOn) })
                ) : (
                  <DateText value={dueOn} />
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {count > items.length && <p className="mt-2 text-muted">{m.monitoring_home_more({ count: count - items.length })}</p>}
    </>
  );
}
