import { useFetcher, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { m } from '~/paraglide/messages';
import { formatNumber } from './format';
import { Notice } from './notice';

/** How far a piece of work is. `total` null: not known yet. `message` says what it does, or why it stopped. */
export type Run = {
  status: 'waiting' | 'running' | 'done' | 'failed';
  completed: number;
  total: number | null;
  message?: string | null;
};

/** A native progress line with its words. */
export function Progress({ label, completed, total }: { label: string; completed: number; total: number | null }) {
  return (
    <div className="grid gap-1">
      <div className="flex justify-between gap-4">
        <span>{label}</span>
        <span className="text-muted">
          {total === null
            ? formatNumber(completed)
            : m.shell_progress_of({ completed: formatNumber(completed), total: formatNumber(total) })}
        </span>
      </div>
      <progress aria-label={label} className="meter" {...(total === null ? {} : { value: completed, max: Math.max(total, 1) })} />
    </div>
  );
}

const isOver = (run: Run) => run.status === 'done' || run.status === 'failed';

/**
 * Follows a run by asking `url` (a loader answering a Run) each second while it is not over; starts from what the page was loaded with,
 * so it survives a reload. When it ends, the page's own loaders run again.
 */
export function useRunProgress(url: string, initial: Run): Run {
  const fetcher = useFetcher<Run>();
  const { revalidate } = useRevalidator();
  const run = fetcher.data ?? initial;
  const over = isOver(run);
  const { load, state } = fetcher;
  useEffect(() => {
    if (over || state !== 'idle') return;
    const timer = setTimeout(() => load(url), 1_000);
    return () => clearTimeout(timer);
  }, [over, state, url, load]);
  const endedHere = over && !isOver(initial);
  useEffect(() => {
    if (endedHere) revalidate();
  }, [endedHere, revalidate]);
  return run;
}

/** The live line of a run; reloads the page by itself where there is no script. */
export function RunProgress({ url, initial, label }: { url: string; initial: Run; label: string }) {
  const run = useRunProgress(url, initial);
  if (run.status === 'failed')
    return (
      <Notice tone="danger" title={m.shell_progress_failed()} isLive>
        {run.message}
      </Notice>
    );
  return (
    <div role="status" className="grid gap-2">
      <Progress label={run.message ?? label} completed={run.completed} total={run.status === 'done' ? run.completed : run.total} />
      {run.status === 'waiting' && <p className="text-muted">{m.shell_progress_waiting()}</p>}
      {run.status === 'done' && <p className="text-muted">{m.shell_progress_done()}</p>}
      {!isOver(initial) && (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
          <p className="text-muted">{m.shell_progress_reload()}</p>
        </noscript>
      )}
    </div>
  );
}
