import { Link, useSearchParams } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { classNames } from '~/ui/class-names';
import { viewName } from './labels';
import { type MapView, mapHref, mapViews } from './map-state';

/** The views as links that keep filters, panel and all else. */
export function ViewSwitch({ current }: { current: MapView }) {
  const [params] = useSearchParams();
  return (
    <nav aria-label={m.map_views()} data-print="none">
      <ul className="flex overflow-hidden rounded border border-edge bg-surface">
        {mapViews.map((view) => (
          <li key={view} className="not-first:border-s not-first:border-line">
            <Link
              to={mapHref(params, { view: view === 'tiers' ? null : view })}
              preventScrollReset
              aria-current={view === current ? 'page' : undefined}
              className={classNames(
                'flex min-h-9 items-center px-3 whitespace-nowrap no-underline -outline-offset-2 pointer-coarse:min-h-11',
                view === current ? 'bg-ink font-semibold text-canvas hover:text-canvas' : 'text-ink hover:bg-sunken hover:text-ink',
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
