import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { m } from '~/paraglide/messages';
import { Tabs } from '~/ui/tabs';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const found = await member.inOrganization((db) => findDeal(db, param(params, 'dealId')));
  if (!found) throw notFound();
  return { here: `/o/${member.organization.slug}/deals/${found.id}/monitoring` };
}

export default function Monitoring() {
  const { here } = useLoaderData<typeof loader>();
  return (
    <>
      <Tabs
        label={m.monitoring_tabs()}
        tabs={[
          { to: here, label: m.monitoring_tab_covenants(), end: true },
          { to: `${here}/calendar`, label: m.monitoring_tab_calendar() },
          { to: `${here}/reports`, label: m.monitoring_tab_reports() },
          { to: `${here}/incidents`, label: m.monitoring_tab_incidents() },
        ]}
      />
      <Outlet />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
