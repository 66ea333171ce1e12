import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { prioritizeFindings } from '~/findings/findings/prioritize-findings.server';
import { ActFirstTable } from '~/findings/findings/priority-findings-table';
import { m } from '~/paraglide/messages';
import { EmptyState } from '~/ui/empty-state';
import { formatNumber } from '~/ui/format';
import { PageHeader } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, inOrganization } = await requireMember(request, params, 'read:finding');
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  return { ...(await inOrganization((db) => prioritizeFindings(db, { asOf }))), base: `/o/${organization.slug}` };
}

export const meta: MetaFunction = () => [{ title: `${m.what_if_first_title()} · Manumit` }];

export default function ActFirst() {
  const { rows, total, isCut, base } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.what_if_first_title()}
        lead={m.what_if_first_lead()}
        breadcrumbs={[{ label: m.shell_nav_findings(), to: `${base}/findings` }, { label: m.what_if_first_title() }]}
      />
      {rows.length === 0 ? (
        <EmptyState title={m.what_if_first_none()} />
      ) : (
        <>
          <ActFirstTable rows={rows} base={base} />
          {rows.length < total && (
            <p className="mt-3 text-muted">{m.shell_progress_of({ completed: formatNumber(rows.length), total: formatNumber(total) })}</p>
          )}
          <p className="mt-3 text-muted">
            {m.what_if_first_scope()} {isCut && m.what_if_first_cut()} <Link to="/methodology/R9">{m.method_rule({ rule: 'R9' })}</Link>
          </p>
        </>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
