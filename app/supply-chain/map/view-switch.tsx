import { Link, useSearchParams } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { classNames } from '~/ui/class-names';
import { type MapView, mapHref, mapViews } from './map-state';
import { viewName } from './labels';

/** The views as links that keep filters, panel and all else. */
export function ViewSwitch({ current }: { current: MapView }) {
  const [params] = useSearchParams();
  return (
    <nav aria-label={m.map_views()} className="mb-4 overflow-x-auto border-b border-line" data-print="none">
      <ul className="flex gap-1">
        {mapViews.map((view) => (
          <li key={view}>
            <Link
              to={mapHref(params, { view: view === 'tiers' ? null : view })}
              preventScrollReset
              aria-current={view === current ? 'page' : undefined}
              className={classNames(
                '-mb-px flex min-h-9 items-center border-b-2 px-3 whitespace-nowrap no-underline -outline-offset-2',
                view === current ? 'border-accent font-semibold text-ink' : 'border-transparent text-muted hover:text-ink',
              )}
            >
              {viewName(view)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
