import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { MonitoringDueList } from '~/lending/monitoring/due-list';
import { dueTaskLabel } from '~/lending/monitoring/due-tasks';
import { dueTaskKinds } from '~/lending/monitoring/monitoring-lists';
import { readMonitoringDue } from '~/lending/monitoring/read-due.server';
import { m } from '~/paraglide/messages';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { PageHeader } from '~/ui/page-header';

const most = 200;

/** The obligations of all open deals. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, inOrganization } = await requireMember(request, params, 'read:deal');
  const now = new Date(Date.now());
  const named = new URL(request.url).searchParams.get('what');
  const kind = dueTaskKinds.find((each) => each === named) ?? null;
  const due = await inOrganization((db) => readMonitoringDue(db, { today: now.toISOString().slice(0, 10), now, take: most, kind }));
  return { due, isFiltered: kind !== null, base: `/o/${organization.slug}` };
}

export const meta: MetaFunction = () => [{ title: `${m.shell_nav_monitoring()} · Manumit` }];

export default function Monitoring() {
  const { due, isFiltered, base } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.shell_nav_monitoring()} lead={m.monitoring_all_lead()} />
      <FilterBar
        filters={[
          { name: 'what', label: m.monitoring_what(), options: dueTaskKinds.map((value) => ({ value, label: dueTaskLabel(value) })) },
        ]}
      />
      {due.items.length === 0 && isFiltered ? (
        <p className="py-6 text-muted">{m.monitoring_all_filtered()}</p>
      ) : due.items.length === 0 ? (
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
