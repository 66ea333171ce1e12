import { useSearchParams } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { LinkButton } from './button';
import { formatNumber } from './format';
import { pageHref } from './table-state';

/**
 * Next and previous page by key, not by number. `before` and `after` are the cursors of the neighbouring pages, null where there is none.
 * A page of several lists gives each a `prefix` for its cursors in the address, and a `label` that names it to those who hear it.
 * `total` is the number of rows of the whole list when it is known; `shown` of this page.
 */
export function CursorPager({
  before,
  after,
  shown,
  total,
  prefix,
  label = m.shell_pager_label(),
}: {
  before: string | null;
  after: string | null;
  shown: number;
  total?: number | null;
  prefix?: string;
  label?: string;
}) {
  const [params] = useSearchParams();
  const count = total ?? null;
  return (
    <nav aria-label={label} className="mt-3 flex flex-wrap items-center justify-between gap-3 text-muted">
      <p>
        {count === null || count === shown
          ? m.shell_rows_shown({ count: shown })
          : m.shell_progress_of({ completed: formatNumber(shown), total: formatNumber(count) })}
      </p>
      {(before !== null || after !== null) && (
        <div className="flex gap-2">
          {before !== null && (
            <>
              <LinkButton to={pageHref(params, null, prefix)} size="sm" variant="quiet">
                {m.shell_pager_first()}
              </LinkButton>
              <LinkButton to={pageHref(params, { before }, prefix)} size="sm" rel="prev">
                {m.shell_pager_previous()}
              </LinkButton>
            </>
          )}
          {after !== null && (
            <LinkButton to={pageHref(params, { after }, prefix)} size="sm" rel="next">
              {m.shell_pager_next()}
            </LinkButton>
          )}
        </div>
      )}
    </nav>
  );
}
