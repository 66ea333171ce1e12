import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { readRun } from '~/platform/jobs/read-run.server';
import { RunAgain, RunResult } from '~/platform/jobs/run-result';
import { runTitle, showRun } from '~/platform/jobs/show-run';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { RunProgress } from '~/ui/progress';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, inOrganization } = await requireMember(request, params, 'read:organization');
  const run = await inOrganization((db) => readRun(db, param(params, 'runId')));
  if (!run) throw notFound();
  const { id, kind, subjectId, result, status } = run;
  return { slug: organization.slug, run: { id, kind, subjectId, result: status === 'done' ? result : null }, progress: showRun(run) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${runTitle(data.run.kind)} · Manumit` : 'Manumit' }];

export default function RunPage() {
  const { slug, run, progress } = useLoaderData<typeof loader>();
  const title = runTitle(run.kind);
  return (
    <div className="max-w-2xl">
      <PageHeader title={title} lead={progress.status === 'done' || progress.status === 'failed' ? undefined : m.method_run_lead()} />
      <RunProgress key={run.id} url={`/o/${slug}/jobs/${run.id}/progress`} initial={progress} label={m.method_run_progress()} />
      {progress.status === 'done' && <RunResult run={run} slug={slug} />}
      {progress.status === 'failed' && <RunAgain run={run} slug={slug} />}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
