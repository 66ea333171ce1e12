import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { planAction } from '~/findings/corrective-actions/plan-action.server';
import { PlanForm } from '~/findings/corrective-actions/plan-form';
import { listOwnerMembers } from '~/findings/corrective-actions/read-action.server';
import { planForm } from '~/findings/corrective-actions/schema';
import { readFinding } from '~/findings/findings/read-finding.server';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, inOrganization } = await requireMember(request, params, 'edit:corrective-action');
  const read = await inOrganization(async (db) => {
    const finding = await readFinding(db, param(params, 'findingId'));
    if (!finding) throw notFound();
    const { id, title, lang, rootCause, party } = finding;
    return { finding: { id, title, lang, rootCause, party }, members: await listOwnerMembers(db) };
  });
  return { ...read, base: `/o/${organization.slug}` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, organization, inOrganization } = await requireMember(request, params, 'edit:corrective-action');
  const findingId = z.uuid().safeParse(params.findingId).data;
  if (!findingId) throw notFound();
  const form = await readForm(request);
  const parsed = parseForm(form, planForm);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const now = new Date(Date.now());
  const planned = await inOrganization(async (db) => {
    const result = await planAction(db, { findingId, fields: parsed.value, userId: user.id, now });
    if (result.kind === 'planned' && result.hasMoved)
      await scoreSuppliers(db, { partyIds: [result.partyId], asOf: now.toISOString().slice(0, 10), userId: user.id });
    return result;
  });
  if (planned.kind === 'planned')
    return redirectWithFlash(`/o/${organization.slug}/corrective-actions/${planned.actionId}`, {
      tone: 'success',
      text: m.corrective_actions_planned(),
    });
  if (planned.code === 'unknown-member')
    return data(formFailure(form, { ownerMemberId: [m.corrective_actions_problem_member()] }), { status: 422 });
  if (planned.code === 'withdrawn') return data(formFailure(form, { '': [m.corrective_actions_refused_withdrawn()] }), { status: 422 });
  throw notFound();
}

export const meta: MetaFunction = () => [{ title: `${m.corrective_actions_plan()} · Manumit` }];

export default function PlanAction() {
  const { finding, members, base } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const page = `${base}/findings/${finding.id}`;
  return (
    <>
      <PageHeader
        title={m.corrective_actions_plan()}
        lead={m.corrective_actions_plan_lead()}
        breadcrumbs={[
          { label: m.shell_nav_findings(), to: `${base}/findings` },
          { label: finding.party.name, to: page },
          { label: m.corrective_actions_plan() },
        ]}
      />
      <blockquote className="mb-6 max-w-prose border-s-4 border-line ps-3 whitespace-pre-line" lang={finding.lang}>
        {finding.title}
      </blockquote>
      <PlanForm rootCause={finding.rootCause} members={members} failure={failure} cancel={page} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
