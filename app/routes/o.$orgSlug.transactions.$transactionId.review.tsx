import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { findTransaction } from '~/lending/deals/find-transaction.server';
import { m } from '~/paraglide/messages';
import { Tabs } from '~/ui/tabs';
import { notFound } from '~/web/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:transaction');
  const found = await member.inOrganization((db) => findTransaction(db, params.transactionId ?? ''));
  if (!found) throw notFound();
  return { here: `/o/${member.organization.slug}/transactions/${found.id}/review` };
}

export default function Review() {
  const { here } = useLoaderData<typeof loader>();
  return (
    <>
      <Tabs
        label={m.rights_tabs()}
        tabs={[
          { to: here, label: m.rights_tab_items(), end: true },
          { to: `${here}/rights`, label: m.rights_tab() },
          { to: `${here}/engagement`, label: m.engagement_tab() },
          { to: `${here}/independence`, label: m.consultant_tab() },
        ]}
      />
      <Outlet />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
