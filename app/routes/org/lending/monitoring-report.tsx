import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { type Member, requireMember } from '~/access/require-member.server';
import { freezeReport } from '~/documents/frozen-documents/freeze-report.server';
import { FrozenList } from '~/documents/frozen-documents/frozen-list';
import { listReports } from '~/documents/frozen-documents/read-reports.server';
import { judgeReport } from '~/lending/monitoring/judge-report.server';
import { handleReportingAction } from '~/lending/monitoring/handle-reporting-action.server';
import { RequestSection } from '~/lending/monitoring/link-section';
import { readReport, readReporting } from '~/lending/monitoring/list-reports.server';
import { reportActs } from '~/lending/monitoring/monitoring-schema';
import { monitoringRefusalLabel } from '~/lending/monitoring/monitoring-labels';
import { ReportPage } from '~/lending/monitoring/report-page';
import { drawPeriod } from '~/lending/monitoring-report/draw-period.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { m } from '~/paraglide/messages';
import { canSendMail } from '~/platform/mail/send.server';
import { daysBetween } from '~/platform/queue/queue-dates';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { forbidden, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const today = new Date().toISOString().slice(0, 10);
  const periodFrom = param(params, 'periodFrom');
  const read = await member.inOrganization(async (db) => {
    const found = await findDeal(db, param(params, 'dealId'));
    const report = found && (await readReport(db, { dealId: found.id, periodFrom, today }));
    if (!found || !report) return null;
    const isLate = report.state === null && report.dueOn < today && found.status !== 'declined' && found.status !== 'exited';
    const { accesses } = isLate ? await readReporting(db, { dealId: found.id, now: new Date() }) : { accesses: null };
    return { report, accesses, reports: await listReports(db, { kind: 'monitoring', dealId: found.id, periodFrom }) };
  });
  if (!read) throw notFound();
  const base = `/o/${member.organization.slug}`;
  return {
    ...read,
    today,
    base,
    mails: canSendMail(),
    mayEdit: member.can('edit:deal'),
    mayPrepare: member.can('prepare:report'),
    maySign: member.can('decide:deal'),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const form = await readForm(request);
  const here = `/o/${member.organization.slug}/deals/${params.dealId}/monitoring/reports/${params.periodFrom}`;
  if (!form.has('intent')) return freeze(member, { dealId: param(params, 'dealId'), periodFrom: param(params, 'periodFrom'), here });
  if (!member.can('edit:deal')) throw forbidden();
  if (isOnLink(givenText(form, 'intent'))) return requestReport(member, request, { dealId: param(params, 'dealId'), form, here });
  const read = parseForm(form, reportActs);
  if (!read.ok) return data({ refused: { intent: givenText(form, 'intent'), failure: read }, link: null }, { status: 422 });
  const { intent, reportId, version, comment } = read.value;
  const { dealId = '' } = params;
  const done = await member.inOrganization((db) =>
    judgeReport(db, { verdict: intent, comment, version }, { reportId, dealId, userId: member.user.id, now: new Date() }),
  );
  if (done.kind === 'unknown') throw notFound();
  if (done.kind === 'refused')
    return data(
      { refused: { intent, failure: formFailure(form, { '': [monitoringRefusalLabel(done.code)] }) }, link: null },
      { status: 422 },
    );
  return redirectWithFlash(here, {
    tone: 'success',
    text: done.kind === 'accepted' ? m.monitoring_flash_accepted() : m.monitoring_flash_questioned(),
  });
}

const isOnLink = (intent: string) => ['link', 'remind', 'revoke'].includes(intent);

/** Creates or cancels the client's link, or reminds a contact. The link is answered once and never shown again. */
async function requestReport(member: Member, request: Request, { dealId, form, here }: { dealId: string; form: FormData; here: string }) {
  const done = await handleReportingAction(member, { dealId, form, now: new Date(), origin: new URL(request.url).origin });
  if (done.kind === 'unknown') throw notFound();
  if (done.kind === 'refused') return data({ refused: { intent: done.intent, failure: done.failure }, link: null }, { status: 422 });
  if (done.kind === 'link') return data({ refused: null, link: done.link });
  return redirectWithFlash(here, { tone: 'success', text: done.message });
}

/** Freezes the monitoring report of the period from current data. */
async function freeze(member: Member, { dealId, periodFrom, here }: { dealId: string; periodFrom: string; here: string }) {
  if (!member.can('prepare:report')) throw forbidden();
  const { organization, user } = member;
  const isFrozen = await member.inOrganization(async (db) => {
    const report = await drawPeriod(db, { dealId, periodFrom, now: new Date(), organization, state: 'frozen' });
    if (!report) return false;
    const of = { kind: 'monitoring', dealId, periodFrom } as const;
    await freezeReport(db, report, { of, organizationId: organization.id, userId: user.id });
    return true;
  });
  if (!isFrozen) throw notFound();
  return redirectWithFlash(here, { tone: 'success', text: m.monitoring_paper_frozen_flash() });
}

export default function Report() {
  const { report, reports, accesses, mails, today, base, mayEdit, mayPrepare, maySign } = useLoaderData<typeof loader>();
  const { refused = null, link = null } = useActionData<typeof action>() ?? {};
  return (
    <div className="grid grid-cols-1 gap-8">
      <ReportPage report={report} today={today} mayEdit={mayEdit} refused={refused} />
      {accesses && mayEdit && (
        <RequestSection {...{ accesses, link, mayEdit, mails, refused }} dueOn={report.dueOn} daysLate={daysBetween(report.dueOn, today)} />
      )}
      <FrozenList
        reports={reports}
        base={base}
        files={['pdf', 'xlsx', 'json']}
        mayPrepare={mayPrepare}
        maySign={maySign}
        submit={m.monitoring_paper_freeze()}
        lead={m.monitoring_paper_frozen_lead()}
      />
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
