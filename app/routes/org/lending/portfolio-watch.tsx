import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { filterQuery } from '~/lending/portfolio/filter';
import { PortfolioFrame } from '~/lending/portfolio/frame';
import { readFrame, requirePortfolio } from '~/lending/portfolio/frame.server';
import { readWatch, watchedOnPage, worsenedWithinDays } from '~/lending/portfolio/read-watch.server';
import { reasonName, stopReasons, watchReasons } from '~/lending/portfolio/watch-reasons';
import { WatchTable } from '~/lending/portfolio/watch-table';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { formatNumber } from '~/ui/format';

/** In the address: every deal under a drawstop, for whatever reason. */
const stopped = 'stopped';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePortfolio(request, params);
  const named = asked.params.get('reason');
  const reason = watchReasons.find((each) => each === named) ?? null;
  const isStopped = named === stopped;
  const page = Math.min(10_000, Math.max(1, Math.floor(Number(asked.params.get('page'))) || 1));
  const read = await asked.member.inOrganization(async (db) => ({
    frame: await readFrame(db, asked),
    watched: await readWatch(db, {
      filter: asked.filter,
      today: asked.today,
      now: asked.now,
      reason,
      page,
      ...(isStopped ? { among: stopReasons } : {}),
    }),
  }));
  return { ...read, reason, isStopped, page, days: worsenedWithinDays, onPage: watchedOnPage };
}

export const meta: MetaFunction = () => [{ title: `${m.portfolio_title()} · ${m.portfolio_tab_watch()} · Manumit` }];

export default function PortfolioWatch() {
  const { frame, watched, reason, isStopped, page, days, onPage } = useLoaderData<typeof loader>();
  const query = filterQuery(frame.filter);
  const address = (changes: Record<string, string>) => {
    const params = new URLSearchParams(query);
    for (const [name, value] of Object.entries({ ...(isStopped ? { reason: stopped } : reason ? { reason } : {}), ...changes }))
      params.set(name, value);
    return `?${params}`;
  };
  const pages = Math.ceil(watched.total / onPage);
  return (
    <PortfolioFrame frame={frame}>
      <p className="mb-4 max-w-prose text-muted">{m.portfolio_watch_lead({ days: formatNumber(days) })}</p>
      <ul className="mb-4 flex flex-wrap gap-2" aria-label={m.portfolio_reasons()}>
        {isStopped && (
          <ReasonChip to={`${frame.base}/portfolio/watch${query}`} name={m.home_drawstop_title()} count={watched.total} isChosen />
        )}
        {watchReasons.flatMap((code) => {
          const count = watched.counts[code];
          if (!count && code !== reason) return [];
          const to = code === reason ? `${frame.base}/portfolio/watch${query}` : address({ reason: code });
          return [<ReasonChip key={code} to={to} name={reasonName(code)} count={count ?? 0} isChosen={code === reason} />];
        })}
      </ul>
      {watched.rows.length === 0 ? (
        <p className="py-6 text-muted">{m.portfolio_watch_none()}</p>
      ) : (
        <WatchTable rows={watched.rows} base={frame.base} />
      )}
      {pages > 1 && (
        <nav aria-label={m.shell_pager_label()} className="mt-3 flex items-center justify-between gap-3 text-muted">
          <p>{m.shell_progress_of({ completed: formatNumber(page), total: formatNumber(pages) })}</p>
          <div className="flex gap-2">
            {page > 1 && (
              <LinkButton to={address({ page: String(page - 1) })} size="sm" rel="prev">
                {m.shell_pager_previous()}
              </LinkButton>
            )}
            {page < pages && (
              <LinkButton to={address({ page: String(page + 1) })} size="sm" rel="next">
                {m.shell_pager_next()}
              </LinkButton>
            )}
          </div>
        </nav>
      )}
    </PortfolioFrame>
  );
}

/** A reason with its number of deals; the chosen one leads back to all. */
function ReasonChip({ to, name, count, isChosen }: { to: string; name: string; count: number; isChosen: boolean }) {
  return (
    <li>
      <Link
        to={to}
        aria-current={isChosen ? 'true' : undefined}
        className={`inline-flex min-h-7 items-center rounded border px-2 no-underline ${isChosen ? 'border-accent bg-accent-soft' : 'border-line'}`}
      >
        {m.portfolio_reason_count({ reason: name, count: formatNumber(count) })}
      </Link>
    </li>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
