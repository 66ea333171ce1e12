import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { MonitoringDueList } from '~/lending/monitoring/due-list';
import { readMonitoringDue } from '~/lending/monitoring/read-due.server';
import { m } from '~/paraglide/messages';
import { EmptyState } from '~/ui/empty-state';
import { PageHeader } from '~/ui/page-header';

const most = 200;

/** The obligations of all open deals. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, inOrganization } = await requireMember(request, params, 'read:deal');
  const now = new Date(Date.now());
  const due = await inOrganization((db) => readMonitoringDue(db, { today: now.toISOString().slice(0, 10), now, take: most }));
  return { due, base: `/o/${organization.slug}` };
}

export const meta: MetaFunction = () => [{ title: `${m.shell_nav_monitoring()} · Manumit` }];

export default function Monitoring() {
  const { due, base } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.shell_nav_monitoring()} lead={m.monitoring_all_lead()} />
      {due.items.length === 0 ? (
        <EmptyState title={m.monitoring_all_empty_title()} actions={<Link to={`${base}/deals`}>{m.deals_title()}</Link>}>
          {m.monitoring_all_empty_text()}
        </EmptyState>
      ) : (
        <div className="max-w-4xl">
          <MonitoringDueList {...due} base={base} />
        </div>
      )}
    </>
  );
}
