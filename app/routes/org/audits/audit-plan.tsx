import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { handlePlanAction } from '~/audits/planning/handle-plan-action.server';
import { AuditPlanPage } from '~/audits/planning/audit-plan-page';
import { listRecorders, readAudit } from '~/audits/planning/read-audit.server';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const { audit, recorders } = await member.inOrganization(async (db) => ({
    audit: await readAudit(db, { auditId: param(params, 'auditId'), userId: member.user.id, role: member.role }),
    recorders: member.can('plan:audit') ? await listRecorders(db) : [],
  }));
  if (!audit) throw notFound();
  const isOpen = audit.status === 'planned' || audit.status === 'on-site';
  return {
    audit,
    recorders,
    own: audit.team.find(({ userId }) => userId === member.user.id) ?? null,
    mayPlan: member.can('plan:audit') && isOpen,
    mayDeclare: isOpen,
    base: `/o/${member.organization.slug}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const done = await handlePlanAction(member, { auditId: param(params, 'auditId'), form: await readForm(request), now: new Date() });
  if (done.kind === 'unknown') throw notFound();
  if (done.kind === 'forbidden') throw new Response(null, { status: 403 });
  if (done.kind === 'refused') return data({ failure: done.failure, intent: done.intent }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/audits/${param(params, 'auditId')}`, { tone: 'success', text: done.message });
}

export default function AuditPlan() {
  return <AuditPlanPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
