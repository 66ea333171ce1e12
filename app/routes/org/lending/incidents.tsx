import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { IncidentTable } from '~/lending/monitoring/incidents-page';
import { incidentKinds } from '~/lending/monitoring/monitoring-lists';
import { incidentStates, listIncidents } from '~/lending/monitoring/read-incidents.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Section } from '~/ui/page-header';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const url = new URL(request.url).searchParams;
  const filter = {
    kind: incidentKinds.find((known) => known === url.get('kind')),
    status: incidentStates.find((known) => known === url.get('status')),
  };
  const rows = await member.inOrganization(async (db) => {
    const found = await findDeal(db, param(params, 'dealId'));
    return found && listIncidents(db, { dealId: found.id, now: new Date(), ...filter });
  });
  if (!rows) throw notFound();
  return {
    rows,
    isFiltered: Object.values(filter).some(Boolean),
    mayEdit: member.can('edit:deal'),
    here: `/o/${member.organization.slug}/deals/${param(params, 'dealId')}/monitoring`,
  };
}

export default function Incidents() {
  const { rows, isFiltered, mayEdit, here } = useLoaderData<typeof loader>();
  const record = mayEdit && (
    <LinkButton to={`${here}/incidents/new`} variant="primary" icon="add">
      {m.monitoring_incident_record()}
    </LinkButton>
  );
  if (rows.length === 0 && !isFiltered)
    return (
      <EmptyState title={m.monitoring_incidents_empty()} actions={record}>
        {m.monitoring_incidents_empty_text()}
      </EmptyState>
    );
  return (
    <Section title={m.monitoring_incidents_title()} lead={m.monitoring_incidents_lead()} actions={record}>
      <IncidentTable rows={rows} here={here} />
    </Section>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
