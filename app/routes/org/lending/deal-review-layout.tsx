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
  return { here: `/o/${member.organization.slug}/deals/${found.id}/review` };
}

export default function Review() {
  const { here } = useLoaderData<typeof loader>();
  return (
    <>
      <Tabs
        label={m.human_rights_assessment_tabs()}
        tabs={[
          { to: here, label: m.human_rights_assessment_tab_items(), end: true },
          { to: `${here}/human-rights-assessment`, label: m.human_rights_assessment_tab() },
          { to: `${here}/stakeholder-engagement`, label: m.stakeholder_engagement_tab() },
          { to: `${here}/consultant-independence`, label: m.consultant_independence_tab() },
        ]}
      />
      <Outlet />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
