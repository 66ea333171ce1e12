import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { handleSamplesAction } from '~/audits/bulk-samples/handle-samples-action.server';
import { readSamples } from '~/audits/bulk-samples/read-samples.server';
import { SamplesPage } from '~/audits/bulk-samples/samples-page';
import { readAudit } from '~/audits/planning/read-audit.server';
import { recordingStatuses } from '~/audits/planning/states';
import { requireRecorder } from '~/audits/recorder/require-recorder.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';

/** Samples are part of the record, which its team alone reads. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, audit } = await requireRecorder(request, params);
  const read = await member.inOrganization(async (db) => {
    const plan = await readAudit(db, { auditId: audit.id, userId: member.user.id, role: member.role });
    return plan && { plan, samples: await readSamples(db, audit, placeOf(plan)) };
  });
  if (!read) throw notFound();
  return { samples: read.samples, mayAdd: recordingStatuses.includes(read.plan.status) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, audit } = await requireRecorder(request, params);
  const plan = await member.inOrganization((db) => readAudit(db, { auditId: audit.id, userId: member.user.id, role: member.role }));
  if (!plan) throw notFound();
  const options = { audit, ...placeOf(plan), now: new Date(), address: context.clientAddress };
  const reply = await handleSamplesAction(member, request, options);
  if (reply.kind !== 'done') return data(reply, { status: 422 });
  const here = `/o/${member.organization.slug}/audits/${audit.id}/samples`;
  return reply.flash === null ? redirect(`${here}#columns`, 303) : redirectWithFlash(here, { tone: 'success', text: reply.flash });
}

const placeOf = ({ country, startsOn }: { country: string | null; startsOn: Date }) => ({
  country,
  on: startsOn.toISOString().slice(0, 10),
});

export default function AuditSamples() {
  const { samples, mayAdd } = useLoaderData<typeof loader>();
  return <SamplesPage samples={samples} mayAdd={mayAdd} reply={useActionData<typeof action>() ?? null} />;
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
