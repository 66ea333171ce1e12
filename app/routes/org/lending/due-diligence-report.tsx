import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { drawDiligence } from '~/lending/due-diligence-report/draw-diligence.server';
import { freezeReport } from '~/documents/frozen-documents/freeze-report.server';
import { FrozenList } from '~/documents/frozen-documents/frozen-list';
import { listReports } from '~/documents/frozen-documents/read-reports.server';
import { LenderReportView } from '~/lending/due-diligence-report/report-view';
import { m } from '~/paraglide/messages';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const dealId = param(params, 'dealId');
  const read = await member.inOrganization(async (db) => {
    const report = await drawDiligence(db, { dealId, now: new Date(), organization: member.organization, state: 'draft' });
    return report && { report, reports: await listReports(db, { kind: 'due-diligence', dealId }) };
  });
  if (!read) throw notFound();
  const { report, reports } = read;
  return {
    ...{ document: report.document, locale: report.locale, maker: report.organization.name, reports },
    base: `/o/${member.organization.slug}`,
    mayPrepare: member.can('prepare:report'),
    maySign: member.can('decide:deal'),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'prepare:report');
  if (!member.can('read:deal')) throw new Response(null, { status: 403 });
  const dealId = param(params, 'dealId');
  const isFrozen = await member.inOrganization(async (db) => {
    const report = await drawDiligence(db, { dealId, now: new Date(), organization: member.organization, state: 'frozen' });
    if (!report) return false;
    await freezeReport(db, report, {
      of: { kind: 'due-diligence', dealId },
      organizationId: member.organization.id,
      userId: member.user.id,
    });
    return true;
  });
  if (!isFrozen) throw notFound();
  return redirectWithFlash(`/o/${member.organization.slug}/deals/${dealId}/due-diligence-report`, {
    tone: 'success',
    text: m.due_diligence_report_frozen_flash(),
  });
}

export default function DiligenceReport() {
  const { document, locale, maker, reports, base, mayPrepare, maySign } = useLoaderData<typeof loader>();
  return (
    <>
      <FrozenList
        reports={reports}
        base={base}
        files={['pdf', 'xlsx', 'json']}
        mayPrepare={mayPrepare}
        maySign={maySign}
        submit={m.due_diligence_report_freeze()}
        lead={m.due_diligence_report_frozen_lead()}
      />
      <div className="mt-8">
        <LenderReportView document={document} maker={maker} locale={locale} open={['gaps']} />
      </div>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
