import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { IncidentForm } from '~/lending/monitoring/incident-form';
import { incidentFields } from '~/lending/monitoring/monitoring-schema';
import { recordIncident } from '~/lending/monitoring/record-incident.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';
import { parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const found = await member.inOrganization((db) => findDeal(db, param(params, 'dealId')));
  if (!found) throw notFound();
  return { casesPath: member.can('open:sensitive-case') ? `/o/${member.organization.slug}/sensitive-cases/new` : null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const now = new Date();
  const read = parseForm(await readForm(request), incidentFields(now));
  if (!read.ok) return data({ failure: read }, { status: 422 });
  const dealId = param(params, 'dealId');
  const done = await member.inOrganization((db) => recordIncident(db, read.value, { dealId, userId: member.user.id, now }));
  if (done.kind !== 'recorded') throw notFound();
  return redirectWithFlash(`/o/${member.organization.slug}/deals/${dealId}/monitoring/incidents/${done.incidentId}`, {
    tone: 'success',
    text: m.monitoring_flash_incident({ number: done.number }),
  });
}

export default function NewIncident() {
  const { casesPath } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Section title={m.monitoring_incident_record()} id="incident">
      <IncidentForm failure={reply?.failure} casesPath={casesPath} />
    </Section>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
