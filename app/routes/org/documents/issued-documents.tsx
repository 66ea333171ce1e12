import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { ReportStatus } from '~/documents/verification/report-status';
import { reportKindLabel } from '~/documents/verification/verify-labels';
import { m } from '~/paraglide/messages';
import { listIssued } from '~/risk/supplier-report/list-issued.server';
import { CursorPager } from '~/ui/cursor-pager';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { formatLanguage } from '~/ui/format';
import { PageHeader } from '~/ui/page-header';
import { DateText, MomentText } from '~/ui/values';

/** All reports that the organization issued, of every kind. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:report');
  const after = new URL(request.url).searchParams.get('after');
  return {
    ...(await member.inOrganization((db) => listIssued(db, member, { after }))),
    base: `/o/${member.organization.slug}`,
    isFirst: after === null,
  };
}

export const meta: MetaFunction = () => [{ title: `${m.shell_view_issued()} · Manumit` }];

export default function IssuedDocuments() {
  const { rows, next, base, isFirst } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.shell_view_issued()} />
      <DataTable
        caption={m.shell_view_issued()}
        rows={rows}
        rowKey={({ hash }) => hash}
        isStacked
        empty={<EmptyState title={m.shell_issued_empty_title()}>{m.shell_issued_empty_text()}</EmptyState>}
        columns={[
          {
            key: 'subject',
            header: m.shell_issued_subject(),
            isRowHeader: true,
            wraps: true,
            cell: ({ subject, year }) => <bdi className="font-semibold">{subject ?? year ?? m.shell_issued_organization()}</bdi>,
          },
          { key: 'kind', header: m.shell_issued_kind(), wraps: 'short', cell: ({ kind }) => reportKindLabel(kind) },
          { key: 'at', header: m.annual_report_frozen_at(), cell: ({ preparedAt }) => <MomentText value={preparedAt} /> },
          { key: 'by', header: m.shell_issued_by(), isWideOnly: true, cell: ({ preparedBy }) => <bdi>{preparedBy ?? '–'}</bdi> },
          {
            key: 'locale',
            header: m.audit_report_language(),
            isWideOnly: true,
            cell: ({ locale }) => (locale ? formatLanguage(locale) : '–'),
          },
          {
            key: 'signed',
            header: m.verification_signature(),
            cell: ({ signedAt }) => (signedAt ? <DateText value={signedAt} /> : <span className="text-muted">–</span>),
          },
          {
            key: 'status',
            header: m.verification_status(),
            cell: ({ hash, notice }) => <ReportStatus hash={hash} notice={notice} base={base} />,
          },
        ]}
      />
      {(next !== null || !isFirst) && <CursorPager before={null} after={next} shown={rows.length} />}
    </>
  );
}
