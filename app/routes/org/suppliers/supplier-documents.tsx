import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { listDocuments } from '~/risk/supplier-pages/list-documents.server';
import { findSupplierId } from '~/suppliers/registry/read-supplier.server';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { DateText, MomentText } from '~/ui/values';
import { notFound } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:report');
  const caller = { userId: member.user.id, role: member.role };
  const listed = await member.inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    return partyId === null ? null : listDocuments(db, { partyId, caller, mayReadAudits: member.can('read:audit') });
  });
  if (!listed) throw notFound();
  return { ...listed, base: `/o/${member.organization.slug}` };
}

export const meta: MetaFunction = () => [{ title: `${m.supplier_verdict_tab_documents()} · Manumit` }];

export default function SupplierDocuments() {
  const { reports, evidence, base } = useLoaderData<typeof loader>();
  return (
    <>
      <Section title={m.supplier_verdict_documents_reports()}>
        <DataTable
          caption={m.supplier_verdict_documents_reports()}
          rows={reports}
          rowKey={({ id }) => id}
          isStacked
          empty={<p className="max-w-prose text-muted">{m.supplier_verdict_documents_reports_none()}</p>}
          columns={[
            {
              key: 'report',
              header: m.supplier_verdict_documents_report(),
              wraps: true,
              cell: ({ kind, name, path }) =>
                kind === 'audit' ? (
                  <Link to={`${base}/${path}`}>{m.supplier_verdict_documents_audit({ number: name })}</Link>
                ) : (
                  <a href={`${base}/${path}`} download>
                    {m.supplier_verdict_documents_assessment({ questionnaire: name })}
                  </a>
                ),
            },
            { key: 'at', header: m.supplier_verdict_documents_prepared(), cell: ({ preparedAt }) => <MomentText value={preparedAt} /> },
            {
              key: 'registry',
              header: m.supplier_verdict_documents_registry(),
              cell: ({ hash }) => (
                <Link to={`${base}/issued/${hash}`} className="font-mono text-xs">
                  {hash.slice(0, 12)}
                </Link>
              ),
            },
          ]}
        />
      </Section>
      <Section title={m.supplier_verdict_documents_evidence()}>
        <DataTable
          caption={m.supplier_verdict_documents_evidence()}
          rows={evidence}
          rowKey={({ id }) => id}
          isStacked
          empty={<p className="max-w-prose text-muted">{m.supplier_verdict_documents_evidence_none()}</p>}
          columns={[
            {
              key: 'questionnaire',
              header: m.supplier_verdict_documents_questionnaire(),
              cell: ({ id, title }) => <Link to={`${base}/responses/${id}/files`}>{title}</Link>,
            },
            {
              key: 'files',
              header: m.supplier_verdict_documents_files(),
              align: 'end',
              cell: ({ id, files }) =>
                files === null ? (
                  <Link to={`${base}/responses/${id}/files`}>{m.supplier_verdict_documents_view()}</Link>
                ) : (
                  formatNumber(files)
                ),
            },
            { key: 'opened', header: m.responses_column_opened(), cell: ({ openedAt }) => <DateText value={openedAt} /> },
          ]}
        />
      </Section>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
