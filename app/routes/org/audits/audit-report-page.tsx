import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { askedBy, readAuditReport } from '~/audits/report/read-audit-report.server';
import { PrintHint, ReportView } from '~/audits/report/report-view';
import { findIssuedReport } from '~/documents/verification/find-issued-report.server';
import { StatusNotices } from '~/documents/verification/notice-list';
import { m } from '~/paraglide/messages';
import { arrangeReport } from '~/audits/report/audit-report/arrange-report';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { LinkButton } from '~/ui/button';
import { PageHeader } from '~/ui/page-header';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const kind = auditReportKinds.find((each) => each === params.reportKind);
  const asked = askedBy(member, { auditId: param(params, 'auditId'), now: new Date() });
  const model = kind && (await member.inOrganization((db) => readAuditReport(db, asked, param(params, 'reportId'))));
  if (!model) throw notFound();
  const audit = `/o/${member.organization.slug}/audits/${asked.auditId}`;
  const issued = await findIssuedReport(model.hash);
  return {
    notices: issued?.notices ?? [],
    report: arrangeReport(model, kind),
    locale: model.locale,
    number: model.audit.number,
    audit,
    pdf: `${audit}/reports/${param(params, 'reportId')}/pdf/${kind}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.report.subtitle ?? ''} · ${loaded?.report.title ?? ''} · Manumit` },
];

export default function AuditReportPage() {
  const { report, notices, locale, number, audit, pdf } = useLoaderData<typeof loader>();
  return (
    <>
      <div data-print="none">
        <PageHeader
          title={report.subtitle}
          breadcrumbs={[
            { label: m.audits_named({ number }), to: audit },
            { label: m.audit_report_tab(), to: `${audit}/reports` },
            { label: report.subtitle },
          ]}
          actions={
            <LinkButton to={pdf} reloadDocument>
              PDF
            </LinkButton>
          }
        />
        <PrintHint />
      </div>
      <StatusNotices notices={notices} />
      <ReportView report={report} locale={locale} photoAt={(sha256) => `${audit}/report-photos/${sha256}`} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
