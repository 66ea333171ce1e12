import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Icon } from '~/ui/icon';
import { DateText } from '~/ui/values';
import type { MonitoringDue } from './read-due.server';

type Item = MonitoringDue['items'][number];
const words = {
  covenant: m.monitoring_home_covenant,
  report: m.monitoring_home_report,
  review: m.monitoring_home_review,
  incident: m.monitoring_home_incident,
} satisfies Record<Item['kind'], () => string>;
const places = { covenant: 'covenants', report: 'reports', review: 'reports', incident: 'incidents' } satisfies Record<
  Item['kind'],
  string
>;

/** Pending monitoring tasks of all loans, oldest first, each linked to its page; overdue is shown as text and icon. */
export function MonitoringDueList({ items, count, base }: MonitoringDue & { base: string }) {
  return (
    <>
      <ul className="grid">
        {items.map(({ kind, id, dealId, number, project, dueOn, isOverdue }) => (
          <li key={kind + id} className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2">
            <span className="min-w-0">
              <Link to={`${base}/deals/${dealId}/monitoring/${places[kind]}/${id}`}>
                {number} <bdi>{project}</bdi>
              </Link>{' '}
              <span className="text-muted">{words[kind]()}</span>
            </span>
            <span className={isOverdue ? 'text-warning' : 'text-muted'}>
              {isOverdue && (
                <>
                  <Icon name="clock" /> {m.shell_home_overdue()}{' '}
                </>
              )}
              <DateText value={dueOn} />
            </span>
          </li>
        ))}
      </ul>
      {count > items.length && <p className="mt-2 text-muted">{m.monitoring_home_more({ count: count - items.length })}</p>}
    </>
  );
}
