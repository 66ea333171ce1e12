import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { keepApart } from '~/suppliers/duplicates/answer-pair.server';
import { listDuplicates } from '~/suppliers/duplicates/list-duplicates.server';
import { PairCard } from '~/suppliers/duplicates/pair-card';
import { newestRun } from '~/platform/jobs/newest-run.server';
import { startRun } from '~/platform/jobs/start-run.server';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Form } from '~/ui/form';
import { formatMoment } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const after = new URL(request.url).searchParams.get('after');
  const { list, run } = await member.inOrganization(async (db) => ({
    list: await listDuplicates(db, { after }),
    run: await newestRun(db, 'find-duplicates'),
  }));
  return { ...list, run, base: `/o/${member.organization.slug}`, mayEdit: member.can('edit:supplier') };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  const base = `/o/${member.organization.slug}`;
  const form = await readForm(request);
  const intent = form.get('intent');
  if (intent === 'find') {
    const { runId } = await member.inOrganization((db) =>
      startRun(db, { kind: 'find-duplicates', organizationId: member.organization.id, userId: member.user.id }),
    );
    return redirect(`${base}/jobs/${runId}`, 303);
  }
  if (intent !== 'different') throw badRequest('intent');
  const isDone = await member.inOrganization((db) => keepApart(db, { pairId: String(form.get('pairId')), userId: member.user.id }));
  return redirectWithFlash(`${base}/suppliers/duplicates`, {
    tone: isDone ? 'success' : 'info',
    text: isDone ? m.match_different_done() : m.match_gone(),
  });
}

export const meta: MetaFunction = () => [{ title: `${m.match_duplicates_title()} · Manumit` }];

export default function Duplicates() {
  const { pairs, after, total, run, base, mayEdit } = useLoaderData<typeof loader>();
  const isGoing = run?.status === 'waiting' || run?.status === 'running';
  const find = mayEdit && (
    <Form method="post">
      <Button name="intent" value="find" variant={pairs.length === 0 ? 'primary' : 'secondary'}>
        {m.match_find()}
      </Button>
    </Form>
  );
  return (
    <>
      <PageHeader
        title={m.match_duplicates_title()}
        lead={m.match_duplicates_lead()}
        breadcrumbs={[{ label: m.suppliers_list_title(), to: `${base}/suppliers` }, { label: m.match_duplicates_title() }]}
        meta={run ? <span>{m.match_find_last({ moment: formatMoment(run.createdAt) })}</span> : undefined}
        actions={pairs.length > 0 && find}
      />
      {run && isGoing && (
        <div className="mb-6">
          <Notice title={m.match_find_going()} actions={<Link to={`${base}/jobs/${run.id}`}>{m.match_find_follow()}</Link>} />
        </div>
      )}
      {pairs.length === 0 ? (
        <EmptyState title={run ? m.match_none_title() : m.match_never_title()} actions={find}>
          {run ? m.match_none_text() : m.match_never_text()}
        </EmptyState>
      ) : (
        <>
          <p className="mb-4 text-muted">{m.match_open_count({ count: total })}</p>
          <ul className="grid gap-8">
            {pairs.map((pair) => (
              <li key={pair.id}>
                <PairCard pair={pair} base={base} mayEdit={mayEdit} action={`${base}/suppliers/duplicates`} />
              </li>
            ))}
          </ul>
          {after && (
            <p className="mt-6">
              <LinkButton to={`?after=${after}`}>{m.match_page_after()}</LinkButton>
            </p>
          )}
        </>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
