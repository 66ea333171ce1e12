import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { madeAt } from '~/access/posting.server';
import { type Member, requireMember } from '~/access/require-member.server';
import { handleVisitNotice } from '~/audits/commissions/handle-visit-notice.server';
import { VisitSection } from '~/audits/commissions/visit-section';
import { listShares } from '~/findings/site-sharing/read-share.server';
import { handlePlanAction } from '~/audits/planning/handle-plan-action.server';
import { AuditPlanPage } from '~/audits/planning/audit-plan-page';
import { listRecorders, readAudit } from '~/audits/planning/read-audit.server';
import { answerAct } from '~/platform/forms/answer-act.server';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const { audit, recorders, shares } = await member.inOrganization(async (db) => ({
    shares: member.can('plan:audit') ? await listShares(db, { auditId: param(params, 'auditId') }) : [],
    audit: await readAudit(db, { auditId: param(params, 'auditId'), userId: member.user.id, role: member.role }),
    recorders: member.can('plan:audit') ? await listRecorders(db) : [],
  }));
  if (!audit) throw notFound();
  const isOpen = audit.status === 'planned' || audit.status === 'on-site';
  return {
    audit,
    recorders,
    notices: shares.filter(({ isVisit, withdrawnAt }) => isVisit && withdrawnAt === null),
    own: audit.team.find(({ userId }) => userId === member.user.id) ?? null,
    mayPlan: member.can('plan:audit') && isOpen,
    mayDeclare: isOpen,
    base: `/o/${member.organization.slug}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const form = await readForm(request);
  if (form.get('intent') === 'notice-visit') return noticeOfVisit(request, member, { auditId: param(params, 'auditId'), form });
  const done = await handlePlanAction(member, { auditId: param(params, 'auditId'), form, now: new Date() });
  return answerAct(done, `/o/${member.organization.slug}/audits/${param(params, 'auditId')}`);
}

/** Makes the notice, and shows its link once to the person who made it. */
async function noticeOfVisit(request: Request, member: Member, { auditId, form }: { auditId: string; form: FormData }) {
  if (!member.can('plan:audit')) throw new Response(null, { status: 403 });
  const noticed = await handleVisitNotice(member, { auditId, form, origin: new URL(request.url).origin, now: new Date() });
  if (noticed.kind === 'unknown') throw notFound();
  if (noticed.kind === 'refused') return data({ failure: noticed.failure, intent: 'notice-visit', made: null }, { status: 422 });
  madeAt(`/o/${member.organization.slug}/site-sharing/${noticed.shareId}`);
  return data({ failure: undefined, intent: 'notice-visit', made: noticed.link });
}

export default function AuditPlan() {
  const { notices, ...read } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const refused = reply?.failure ? { intent: reply.intent, failure: reply.failure } : null;
  return (
    <>
      <AuditPlanPage {...read} reply={refused} />
      {read.mayPlan && (
        <VisitSection
          announcement={read.audit.announcement}
          notices={notices}
          base={read.base}
          made={reply && 'made' in reply ? reply.made : null}
          failure={refused?.intent === 'notice-visit' ? refused.failure : undefined}
        />
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
