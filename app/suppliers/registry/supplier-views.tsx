import { Link, useSearchParams } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { classNames } from '~/ui/class-names';
import { formatNumber } from '~/ui/format';
import { type SupplierView, supplierViews } from './list-state';

const words = {
  all: m.suppliers_view_all,
  'at-risk': m.suppliers_view_at_risk,
  'not-scored': m.suppliers_view_not_scored,
  'tier-unknown': m.suppliers_view_tier_unknown,
  archived: m.list_changes_view_archived,
} satisfies Record<SupplierView, () => string>;

/** The views of the list as links that keep search, filters and sort. */
export function SupplierViews({ current, counts }: { current: SupplierView; counts: Record<SupplierView, number> }) {
  const [params] = useSearchParams();
  const hrefOf = (view: SupplierView) => {
    const next = new URLSearchParams(params);
    for (const name of ['view', 'after', 'before']) next.delete(name);
    if (view !== 'all') next.set('view', view);
    return `?${next}`;
  };
  return (
    <nav aria-label={m.suppliers_views()} className="mb-4 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {supplierViews.map((view) => (
          <li key={view}>
            <Link
              to={hrefOf(view)}
              preventScrollReset
              aria-current={view === current ? 'page' : undefined}
              className={classNames(
                '-mb-px flex min-h-9 items-center gap-1.5 border-b-2 px-3 whitespace-nowrap no-underline -outline-offset-2',
                view === current ? 'border-accent font-semibold text-ink' : 'border-transparent text-muted hover:text-ink',
              )}
            >
              {words[view]()}
              <span className="text-xs font-normal text-muted">{formatNumber(counts[view])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
