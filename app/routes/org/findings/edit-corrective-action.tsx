import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { amendAction } from '~/findings/corrective-actions/plan-action.server';
import { PlanForm } from '~/findings/corrective-actions/plan-form';
import { listOwnerMembers, readAction } from '~/findings/corrective-actions/read-action.server';
import { planForm } from '~/findings/corrective-actions/schema';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

const todayOf = (now: Date) => now.toISOString().slice(0, 10);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, inOrganization } = await requireMember(request, params, 'edit:corrective-action');
  const read = await inOrganization(async (db) => {
    const action = await readAction(db, { actionId: param(params, 'actionId'), today: todayOf(new Date(Date.now())) });
    if (!action) throw notFound();
    return { action, members: await listOwnerMembers(db) };
  });
  return { ...read, base: `/o/${organization.slug}` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, organization, inOrganization } = await requireMember(request, params, 'edit:corrective-action');
  const actionId = z.uuid().safeParse(params.actionId).data;
  if (!actionId) throw notFound();
  const form = await readForm(request);
  const parsed = parseForm(form, planForm);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const now = new Date(Date.now());
  const amended = await inOrganization(async (db) => {
    const result = await amendAction(db, { actionId, fields: parsed.value, userId: user.id, now });
    if (result.kind === 'planned' && result.hasMoved)
      await scoreSuppliers(db, { partyIds: [result.partyId], asOf: todayOf(now), userId: user.id });
    return result;
  });
  if (amended.kind === 'planned')
    return redirectWithFlash(`/o/${organization.slug}/corrective-actions/${actionId}`, {
      tone: 'success',
      text: m.corrective_actions_saved(),
    });
  if (amended.code === 'withdrawn') return data(formFailure(form, { '': [m.corrective_actions_refused_withdrawn()] }), { status: 422 });
  if (amended.code === 'finished') return data(formFailure(form, { '': [m.corrective_actions_refused_finished()] }), { status: 422 });
  if (amended.code === 'unknown-member')
    return data(formFailure(form, { ownerMemberId: [m.corrective_actions_problem_member()] }), { status: 422 });
  throw notFound();
}

export const meta: MetaFunction = () => [{ title: `${m.corrective_actions_edit()} · Manumit` }];

export default function EditAction() {
  const { action: shown, members, base } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const page = `${base}/corrective-actions/${shown.id}`;
  return (
    <>
      <PageHeader
        title={m.corrective_actions_edit_title()}
        lead={m.findings_edit_lead()}
        breadcrumbs={[
          { label: m.corrective_actions_title(), to: `${base}/corrective-actions` },
          { label: shown.supplier, to: page },
          { label: m.corrective_actions_edit() },
        ]}
      />
      <PlanForm saved={shown} rootCause="" members={members} failure={failure} cancel={page} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
