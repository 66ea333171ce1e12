import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useLoaderData, useNavigation } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { newestRun } from '~/platform/jobs/newest-run.server';
import { startRun } from '~/platform/jobs/start-run.server';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Form } from '~/ui/form';
import { formatMoment } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, can, inOrganization } = await requireMember(request, params, 'run:score');
  const { suppliers, last } = await inOrganization(async (db) => ({
    suppliers: await db.supplier.count({ where: { archivedAt: null } }),
    last: await newestRun(db, 'score-all'),
  }));
  return { slug: organization.slug, suppliers, last, canImport: can('import:supplier') };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { organization, user, inOrganization } = await requireMember(request, params, 'run:score');
  const { runId } = await inOrganization((db) => startRun(db, { kind: 'score-all', organizationId: organization.id, userId: user.id }));
  return redirect(`/o/${organization.slug}/jobs/${runId}`, 303);
}

export const meta: MetaFunction = () => [{ title: `${m.method_score_all_title()} · Manumit` }];

export default function ScoreAll() {
  const { slug, suppliers, last, canImport } = useLoaderData<typeof loader>();
  const { state } = useNavigation();
  const isGoing = last?.status === 'waiting' || last?.status === 'running';
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={m.method_score_all_title()}
        lead={m.method_score_all_lead()}
        breadcrumbs={[{ label: m.shell_nav_suppliers(), to: `/o/${slug}/suppliers` }, { label: m.method_score_all_title() }]}
      />
      {suppliers === 0 ? (
        <EmptyState
          title={m.method_score_all_empty()}
          actions={
            canImport && (
              <LinkButton to={`/o/${slug}/suppliers/import`} variant="primary" icon="import">
                {m.method_score_all_import()}
              </LinkButton>
            )
          }
        />
      ) : (
        <div className="grid gap-4">
          {last && isGoing && (
            <Notice
              title={m.method_score_all_going()}
              actions={<Link to={`/o/${slug}/jobs/${last.id}`}>{m.method_score_all_follow()}</Link>}
            />
          )}
          {last && !isGoing && (
            <p className="text-muted">
              <Link to={`/o/${slug}/jobs/${last.id}`}>{m.method_score_all_last({ moment: formatMoment(last.createdAt) })}</Link>
            </p>
          )}
          <Form method="post">
            <Button variant="primary" busy={state !== 'idle'}>
              {m.method_score_all_do({ count: suppliers })}
            </Button>
          </Form>
        </div>
      )}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
