import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { handleReportingAction } from '~/lending/monitoring/handle-reporting-action.server';
import { listReports, readReporting } from '~/lending/monitoring/list-reports.server';
import { LinkSection } from '~/lending/monitoring/link-section';
import { ReportsSection, ScheduleSection } from '~/lending/monitoring/reports-page';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { canSendMail } from '~/platform/mail/send.server';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  const read = await member.inOrganization(async (db) => {
    const found = await findDeal(db, param(params, 'dealId'));
    if (!found) return null;
    const dealId = found.id;
    return {
      status: found.status,
      reports: (await listReports(db, { dealId, today })).reverse(),
      ...(await readReporting(db, { dealId, now })),
    };
  });
  if (!read) throw notFound();
  return {
    ...{ ...read, today, mails: canSendMail() },
    mayEdit: member.can('edit:deal') && read.status !== 'declined' && read.status !== 'exited',
    here: `/o/${member.organization.slug}/deals/${param(params, 'dealId')}/monitoring`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const dealId = param(params, 'dealId');
  const origin = new URL(request.url).origin;
  const done = await handleReportingAction(member, { dealId, form: await readForm(request), now: new Date(), origin });
  if (done.kind === 'unknown') throw notFound();
  if (done.kind === 'refused') return data({ refused: { intent: done.intent, failure: done.failure }, link: null }, { status: 422 });
  if (done.kind === 'link') return data({ refused: null, link: done.link });
  return redirectWithFlash(`/o/${member.organization.slug}/deals/${dealId}/monitoring/reports`, {
    tone: 'success',
    text: done.message,
  });
}

export default function Reports() {
  const { reports, schedules, accesses, mayEdit, mails, here, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const refused = reply?.refused ?? null;
  return (
    <div className="grid grid-cols-1 gap-8">
      <ReportsSection reports={reports} here={here} today={today} />
      <ScheduleSection schedules={schedules} mayEdit={mayEdit} refused={refused} today={today} />
      <LinkSection accesses={accesses} link={reply?.link ?? null} mayEdit={mayEdit} mails={mails} refused={refused} />
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
