import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import type { Run } from '~/ui/progress';

type StoredRun = {
  kind: string;
  status: string;
  done: number;
  total: number;
  problemCode: string | null;
  attempt: number;
  attempts: number;
  nextAttemptAt: Date | null;
};

const titles: Readonly<Record<string, (() => string) | undefined>> = {
  'stage-import': m.method_run_stage_import,
  'commit-import': m.method_run_commit_import,
  'undo-import': m.import_undo_run,
  'score-all': m.method_run_score_all,
  'score-merged': m.match_run_score,
  'find-duplicates': m.match_run_find,
  'send-campaign': m.campaigns_run_send,
  'remind-requests': m.campaigns_run_remind,
  'move-due-days': m.campaigns_run_move,
  'receive-answers': m.requests_run,
  'compare-edition': m.reference_tables_run_compare,
  'change-suppliers': m.lists_run,
};

/** What a run does: "Scoring all suppliers". */
export const runTitle = (kind: string): string => (titles[kind] ?? m.method_run_other)();

/** A stored run as the progress line shows it. A cancelled run has stopped; a total of 0 is not known yet. */
export function showRun(run: StoredRun): Run {
  const { status, done, total, attempt, attempts, nextAttemptAt } = run;
  return {
    status: statusOf(status),
    completed: done,
    total: total > 0 ? total : null,
    message: messageOf(run),
    tries: attempt > 0 ? { number: attempt, of: attempts, nextAt: nextAttemptAt?.toISOString() ?? null } : null,
  };
}

function statusOf(status: string): Run['status'] {
  if (status === 'waiting' || status === 'running' || status === 'done') return status;
  return 'failed';
}

function messageOf({ status, problemCode, attempt }: StoredRun): string | null {
  if (status === 'cancelled') return m.method_run_cancelled();
  if (status !== 'failed') return null;
  if (problemCode !== null && problemCode !== 'unexpected') return m.method_run_failed_code({ code: problemCode });
  return attempt > 1 ? m.method_run_failed_tries({ tries: formatNumber(attempt) }) : m.method_run_failed();
}
