import { useFetcher, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { m } from '~/paraglide/messages';
import { formatClock, formatNumber } from './format';
import { Notice } from './notice';

/**
 * How far a piece of work is. `total` null: not known yet. `message` says what it does, or why it stopped. `tries`: which try of how many it is at or was at
 * last; with `nextAt` (ISO) that try stopped, and the next begins then by itself.
 */
export type Run = {
  status: 'waiting' | 'running' | 'done' | 'failed';
  completed: number;
  total: number | null;
  message?: string | null;
  tries?: { number: number; of: number; nextAt: string | null } | null;
};

/** A native progress bar with its label. */
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
  const { load, state, data } = fetcher;
  // `data` is a dependency because React may skip the render with state "loading" when the response is quick: then only `data` changes, and polling must go on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (over || state !== 'idle') return;
    const timer = setTimeout(() => load(url), 1_000);
    return () => clearTimeout(timer);
  }, [over, state, data, url, load]);
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
  const { status, tries } = run;
  if (status === 'waiting' && tries?.nextAt)
    return (
      <div className="grid gap-2">
        <Notice tone="warning" title={m.shell_progress_stopped_once(triesOf(tries))} isLive>
          {m.shell_progress_again({ ...triesOf({ ...tries, number: tries.number + 1 }), time: formatClock(tries.nextAt) })}
        </Notice>
        <Reload />
      </div>
    );
  return (
    <div role="status" className="grid gap-2">
      <Progress label={run.message ?? label} completed={run.completed} total={run.status === 'done' ? run.completed : run.total} />
      {run.status === 'waiting' && <p className="text-muted">{m.shell_progress_waiting()}</p>}
      {run.status === 'running' && tries && tries.number > 1 && <p className="text-muted">{m.shell_progress_try(triesOf(tries))}</p>}
      {run.status === 'done' && <p className="text-muted">{m.shell_progress_done()}</p>}
      {!isOver(initial) && <Reload />}
    </div>
  );
}

const triesOf = ({ number, of }: { number: number; of: number }) => ({ number: formatNumber(number), of: formatNumber(of) });

function Reload() {
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
      <p className="text-muted">{m.shell_progress_reload()}</p>
    </noscript>
  );
}
