import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { ActivityTimeline } from '~/activity-log/activity-timeline';
import { listActivity } from '~/activity-log/list-activity.server';
import { FactHistory } from '~/suppliers/registry/fact-history';
import { readHistory } from '~/suppliers/facts/read-history.server';
import { findSupplierId } from '~/suppliers/registry/read-supplier.server';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';
import { notFound } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  return member.inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    if (!partyId) throw notFound();
    const history = await readHistory(db, partyId);
    const activity = member.can('read:activity') ? await listActivity(db, { recordId: partyId, limit: 100 }) : null;
    return { ...history, events: activity?.events ?? null, base: `/o/${member.organization.slug}` };
  });
}

export const meta: MetaFunction = () => [{ title: `${m.suppliers_tab_history()} · Manumit` }];

export default function SupplierHistory() {
  const { facts, sectors, events, base } = useLoaderData<typeof loader>();
  return (
    <>
      <Section title={m.suppliers_sources_title()} lead={m.suppliers_sources_lead()}>
        <FactHistory facts={facts} sectors={sectors} base={base} />
      </Section>
      {events && (
        <Section title={m.suppliers_history_title()} actions={<Link to={`${base}/settings/activity`}>{m.suppliers_history_all()}</Link>}>
          <ActivityTimeline events={events} />
        </Section>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
