import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';

type Finished = { kind: string; subjectId: string | null; result: unknown };

/** What a finished run gives, and where to read it. */
export function RunResult({ run, slug }: { run: Finished; slug: string }) {
  const base = `/o/${slug}`;
  switch (run.kind) {
    case 'score-all': {
      const { suppliers, fresh } = countsOf(run.result);
      return (
        <Result text={suppliers === 0 ? m.method_run_scored_none() : m.method_run_scored({ count: suppliers, fresh })}>
          <LinkButton to={`${base}/suppliers?sort=-score`} variant="primary">
            {m.method_run_see_suppliers()}
          </LinkButton>
        </Result>
      );
    }
    case 'stage-import':
    case 'commit-import':
    case 'undo-import':
      return (
        <Result text={m.method_run_imported()}>
          {run.subjectId && (
            <LinkButton to={`${base}/suppliers/import/${run.subjectId}`} variant="primary">
              {m.method_run_see_import()}
            </LinkButton>
          )}
          <LinkButton to={`${base}/suppliers`}>{m.method_run_see_suppliers()}</LinkButton>
        </Result>
      );
    case 'find-duplicates':
      return (
        <Result text={m.match_run_found({ count: countsOf(run.result).pairs })}>
          <LinkButton to={`${base}/suppliers/duplicates`} variant="primary">
            {m.match_duplicates_title()}
          </LinkButton>
        </Result>
      );
    case 'compare-edition':
      return (
        <Result text={m.reference_tables_run_done()}>
          <LinkButton to={`${base}/settings/reference-tables/${run.subjectId}`} variant="primary">
            {m.reference_tables_run_see()}
          </LinkButton>
        </Result>
      );
    case 'score-merged':
      return (
        <Result text={m.match_run_scored()}>
          <LinkButton to={`${base}/suppliers`} variant="primary">
            {m.method_run_see_suppliers()}
          </LinkButton>
        </Result>
      );
    case 'change-suppliers':
      return (
        <Result text={m.lists_run_done({ count: countsOf(run.result).suppliers })}>
          <LinkButton to={`${base}/suppliers`} variant="primary">
            {m.method_run_see_suppliers()}
          </LinkButton>
        </Result>
      );
    case 'send-campaign':
    case 'remind-requests':
    case 'move-due-days':
      return (
        <Result text={m.campaigns_run_done()}>
          <LinkButton to={`${base}/campaigns/${run.subjectId}`} variant="primary">
            {m.campaigns_run_see()}
          </LinkButton>
        </Result>
      );
    default:
      return null;
  }
}

/** Where a run that stopped is started again. */
export function RunAgain({ run: { kind, subjectId }, slug }: { run: Pick<Finished, 'kind' | 'subjectId'>; slug: string }) {
  const base = `/o/${slug}`;
  const to = {
    'score-all': `${base}/score-all`,
    'find-duplicates': `${base}/suppliers/duplicates`,
    'stage-import': `${base}/suppliers/import/${subjectId}`,
    'commit-import': `${base}/suppliers/import/${subjectId}`,
    'undo-import': `${base}/suppliers/import/${subjectId}`,
    'send-campaign': `${base}/campaigns/${subjectId}`,
    'remind-requests': `${base}/campaigns/${subjectId}`,
    'move-due-days': `${base}/campaigns/${subjectId}`,
    'score-merged': `${base}/score-all`,
    'change-suppliers': `${base}/suppliers`,
    'receive-answers': `${base}/responses/${subjectId}`,
    'compare-edition': `${base}/settings/reference-tables/${subjectId}`,
  }[kind];
  if (to === undefined) return null;
  return (
    <div className="mt-6">
      <LinkButton to={to} variant="primary">
        {m.method_run_again()}
      </LinkButton>
    </div>
  );
}

function Result({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="mt-6 grid gap-3">
      <p className="text-base">{text}</p>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}

function countsOf(result: unknown): { suppliers: number; fresh: number; pairs: number } {
  const record: Record<string, unknown> = typeof result === 'object' && result !== null ? { ...result } : {};
  const count = (value: unknown) => (typeof value === 'number' ? value : 0);
  return { suppliers: count(record.suppliers), fresh: count(record.fresh), pairs: count(record.pairs) };
}
