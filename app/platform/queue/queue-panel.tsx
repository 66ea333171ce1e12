import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { QueueList, QueueRest } from './queue-list';
import type { Queue } from './queue-source';

/** How many lines a home shows. */
export const linesAtHome = 11;

/** A home's queue: the first lines, and of each kind how many more. */
export function QueuePanel({ queue, today, base }: { queue: Queue; today: string; base: string }) {
  return (
    <section className="min-w-0">
      <div className="mb-1 flex items-baseline justify-between gap-4 border-b border-line pb-1.5">
        <h2 className="text-base">
          {m.queue_title()} <span className="text-xs font-normal text-muted">{formatNumber(queue.total)}</span>
        </h2>
        <Link to={`${base}/queue`}>{m.queue_all()}</Link>
      </div>
      {queue.total === 0 ? (
        <p className="text-muted">{m.queue_none()}</p>
      ) : (
        <>
          <QueueList items={queue.items} today={today} base={base} />
          <QueueRest kinds={queue.kinds} items={queue.items} base={base} />
        </>
      )}
    </section>
  );
}
