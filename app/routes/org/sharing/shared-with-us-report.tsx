import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { PrintHint, ReportView } from '~/audits/report/report-view';
import { readSharedReport, reportOrThrow } from '~/sharing/shared-access/read-shared-report.server';
import { findIssuedReport } from '~/documents/verification/find-issued-report.server';
import { StatusNotices } from '~/documents/verification/notice-list';
import { m } from '~/paraglide/messages';
import { arrangeReport } from '~/audits/report/audit-report/arrange-report';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { LinkButton } from '~/ui/button';
import { PageHeader } from '~/ui/page-header';
import { notFound } from '~/platform/http/responses.server';

/** One form of a shared signed report, as a page. The read is logged; 410 once access has ended. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const form = auditReportKinds.find((each) => each === params.reportKind);
  if (!form) throw notFound();
  const { sharedAccessId = '' } = params;
  const options = { organizationId: member.organization.id, sharedAccessId, form, how: 'page' as const, now: new Date() };
  const { grant, content } = await reportOrThrow(() => member.inOrganization((db) => readSharedReport(db, options)));
  const base = `/o/${member.organization.slug}/shared-with-us`;
  const issued = await findIssuedReport(content.report.hash);
  return {
    notices: issued?.notices ?? [],
    report: arrangeReport(content.report, form),
    locale: content.report.locale,
    granter: grant.granter,
    base,
    path: `${base}/${sharedAccessId}`,
    form: form as string,
  };
}

/** Content that may be revoked is never cached. */
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.report.subtitle ?? ''} · ${loaded?.granter ?? ''} · Manumit` },
];

export default function SharedReportPage() {
  const { report, notices, locale, granter, base, path, form } = useLoaderData<typeof loader>();
  return (
    <>
      <div data-print="none">
        <PageHeader
          title={report.subtitle}
          breadcrumbs={[{ label: m.shared_access_shared_title(), to: base }, { label: granter, to: path }, { label: report.subtitle }]}
          actions={
            <LinkButton to={`${path}/report-file/${form}`} reloadDocument>
              PDF
            </LinkButton>
          }
        />
        <PrintHint />
      </div>
      <StatusNotices notices={notices} />
      <ReportView report={report} locale={locale} photoAt={(sha256) => `${path}/report-photos/${sha256}`} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
