import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { homeDays } from './queue-dates';
import { QueueList, QueueRest } from './queue-list';
import type { Queue } from './queue-source';

/** How many lines a home shows. */
export const linesAtHome = 11;

/** Where the queue is below the rest of a home: what is urgent, above everything. */
export function UrgentTasks({ queue: { items }, today, base }: { queue: Pick<Queue, 'items'>; today: string; base: string }) {
  const urgent = items.filter(({ isUrgent }) => isUrgent);
  if (urgent.length === 0) return null;
  return (
    <div className="mb-4 rounded border border-warning px-3 pt-2 xl:hidden" data-print="none">
      <QueueList items={urgent} today={today} base={base} level={2} />
    </div>
  );
}

/**
 * A home's queue: the first lines, and of each kind how many more. `others`: of a queue that shows the reader's own tasks alone, how many tasks of the organization
 * there are beside them. `saysNoneLate`: where nothing is overdue, the panel says so.
 */
export function QueuePanel({
  queue,
  others,
  today,
  base,
  saysNoneLate = false,
}: {
  queue: Queue;
  others?: number;
  today: string;
  base: string;
  saysNoneLate?: boolean;
}) {
  const own = others === undefined ? '' : '&assigned=me';
  return (
    <section className="min-w-0">
      <div className="mb-1 flex items-baseline justify-between gap-4 border-b border-line pb-1.5">
        <h2 className="text-base">
          {m.queue_title()}{' '}
          <span className="text-xs font-normal text-muted">
            {others === undefined
              ? m.queue_horizon({ count: queue.total, days: formatNumber(homeDays) })
              : m.queue_horizon_own({ count: queue.total, days: formatNumber(homeDays) })}
          </span>
        </h2>
        <Link to={`${base}/queue?when=soon${own}`}>{m.queue_all()}</Link>
      </div>
      {queue.total === 0 ? (
        <p className="text-muted">{m.queue_none()}</p>
      ) : (
        <>
          {saysNoneLate && queue.overdue === 0 && <p className="mb-1 text-xs text-muted">{m.queue_none_late()}</p>}
          <QueueList items={queue.items} today={today} base={base} />
          <QueueRest kinds={queue.kinds} items={queue.items} base={base} when="soon" assigned={others === undefined ? null : 'me'} />
          {queue.mine < queue.total && queue.mine > 0 && (
            <p className="mt-2 text-xs text-muted">
              <Link to={`${base}/queue?when=soon&assigned=me`}>{m.queue_assigned_to_you({ count: queue.mine })}</Link>
              {' · '}
              <Link to={`${base}/queue?when=soon&assigned=organization`}>
                {m.queue_of_organization({ count: queue.total - queue.mine })}
              </Link>
            </p>
          )}
        </>
      )}
      {others !== undefined && others > 0 && (
        <p className="mt-2 text-xs">
          <Link to={`${base}/queue?when=soon&assigned=organization`}>{m.queue_of_organization({ count: others })}</Link>
        </p>
      )}
    </section>
  );
}
