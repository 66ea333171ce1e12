import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { IncidentPage } from '~/lending/monitoring/incidents-page';
import { incidentActs } from '~/lending/monitoring/monitoring-schema';
import { monitoringRefusalLabel } from '~/lending/monitoring/monitoring-labels';
import { readIncident } from '~/lending/monitoring/read-incidents.server';
import { followIncident } from '~/lending/monitoring/record-incident.server';
import { m } from '~/paraglide/messages';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const { incidentId = '', dealId = '' } = params;
  const incident = await member.inOrganization((db) => readIncident(db, { incidentId, dealId, now: new Date() }));
  if (!incident) throw notFound();
  return {
    incident,
    mayEdit: member.can('edit:deal'),
    here: `/o/${member.organization.slug}/deals/${dealId}/monitoring`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const form = await readForm(request);
  const intent = givenText(form, 'intent');
  const read = parseForm(form, incidentActs);
  if (!read.ok) return data({ intent, failure: read }, { status: 422 });
  const act = read.value;
  const { incidentId = '', dealId = '' } = params;
  const given = act.intent === 'told' ? { kind: act.intent, reportedAt: act.reportedAt } : { kind: act.intent, text: act.text };
  const by = { incidentId, dealId, userId: member.user.id, now: new Date() };
  const done = await member.inOrganization((db) => followIncident(db, given, by));
  if (done.kind === 'unknown') throw notFound();
  if (done.kind === 'refused') {
    const field = done.code === 'told-before' || done.code === 'told-future' ? 'reportedAt' : '';
    return data({ intent, failure: formFailure(form, { [field]: [monitoringRefusalLabel(done.code)] }) }, { status: 422 });
  }
  return redirectWithFlash(`/o/${member.organization.slug}/deals/${dealId}/monitoring/incidents/${incidentId}`, {
    tone: 'success',
    text: m.monitoring_flash_followed(),
  });
}

export default function Incident() {
  const { incident, here, mayEdit } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return <IncidentPage incident={incident} here={here} mayEdit={mayEdit} refused={refused} />;
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
