import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { classNames } from '~/ui/class-names';
import { formatNumber } from '~/ui/format';
import type { SavedView } from './read-views.server';

/** `count` is left out where it is not counted; one above `most` is shown as "more than". */
export type BuiltInView = { key: string; label: string; to: string; count?: number; most?: number };

/** The views of a list as links: those that every organization has, then saved ones. */
export function ViewTabs({
  label,
  builtIn,
  saved,
  current,
}: {
  label: string;
  builtIn: readonly BuiltInView[];
  saved: readonly SavedView[];
  current: string;
}) {
  return (
    <nav aria-label={label} className="max-w-full min-w-0 overflow-x-auto">
      <ul className="flex gap-1">
        {builtIn.map(({ key, label: text, to, count, most }) => (
          <Tab key={key} to={to} isCurrent={key === current} label={text} note={countText(count, most)} />
        ))}
        {saved.map((view) => (
          <Tab
            key={view.id}
            to={savedHref(view)}
            isCurrent={view.id === current}
            label={view.name}
            note={view.sharedBy === null ? null : m.lists_view_shared_by({ name: view.sharedBy })}
          />
        ))}
      </ul>
    </nav>
  );
}

function countText(count: number | undefined, most: number | undefined): string | null {
  if (count === undefined) return null;
  return most !== undefined && count > most ? m.lists_more_than({ count: formatNumber(most) }) : formatNumber(count);
}

/** The address of a saved view: its filters, and which view they are of. */
export function savedHref({ id, query }: Pick<SavedView, 'id' | 'query'>): string {
  const params = new URLSearchParams(query);
  params.set('saved', id);
  return `?${params}`;
}

function Tab({ to, isCurrent, label, note }: { to: string; isCurrent: boolean; label: string; note: string | null }) {
  return (
    <li>
      <Link
        to={to}
        preventScrollReset
        aria-current={isCurrent ? 'page' : undefined}
        className={classNames(
          '-mb-px flex min-h-9 items-center gap-1.5 border-b-2 px-3 whitespace-nowrap no-underline -outline-offset-2',
          isCurrent ? 'border-accent font-semibold text-ink' : 'border-transparent text-muted hover:text-ink forced-colors:border-[Canvas]',
        )}
      >
        {label} {note !== null && <span className="text-xs font-normal text-muted">{note}</span>}
      </Link>
    </li>
  );
}
