import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { readRun } from '~/platform/jobs/read-run.server';
import { showRun } from '~/platform/jobs/show-run';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** The progress of a run, polled by its page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inOrganization } = await requireMember(request, params, 'read:organization');
  const run = await inOrganization((db) => readRun(db, param(params, 'runId')));
  if (!run) throw notFound();
  return data(showRun(run), { headers: { 'cache-control': 'no-store' } });
}
