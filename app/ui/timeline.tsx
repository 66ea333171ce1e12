import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Icon } from './icon';
import { MomentText } from './values';

/** One event of a record: who did what when, and each field before and after (null: there was none). */
export type TimelineEvent = {
  id: string;
  at: Date | string;
  who: string;
  what: ReactNode;
  changes?: readonly { field: string; before: string | null; after: string | null }[];
};

/** Who changed what, newest first. */
export function Timeline({ events, empty }: { events: readonly TimelineEvent[]; empty?: ReactNode }) {
  if (events.length === 0) return <p className="text-muted">{empty ?? m.shell_activity_empty()}</p>;
  return (
    <ol className="grid gap-4 border-s border-line ps-4">
      {events.map((event) => (
        <li
          key={event.id}
          className="relative before:absolute before:-start-[1.3rem] before:top-1.5 before:size-2 before:rounded-full before:bg-edge"
        >
          <p>
            <bdi className="font-semibold">{event.who}</bdi> {event.what}
          </p>
          <p className="text-xs text-muted">
            <MomentText value={event.at} />
          </p>
          {event.changes && event.changes.length > 0 && (
            <ul className="mt-1 grid gap-0.5">
              {event.changes.map(({ field, before, after }) => (
                <li key={field} className="flex flex-wrap items-baseline gap-x-2">
                  <span className="text-muted">{m.shell_labelled({ name: field })}</span>
                  {before !== null && <del className="wrap-anywhere text-muted">{before}</del>}
                  {before !== null && after !== null && <Icon name="chevron" className="size-3 self-center" />}
                  {after === null ? (
                    <span className="text-muted">{m.shell_activity_removed()}</span>
                  ) : (
                    <ins className="wrap-anywhere no-underline">{after}</ins>
                  )}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
