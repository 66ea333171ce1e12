import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { listResponses } from '~/questionnaires/responses/list-responses.server';
import { responseStatusLabel } from '~/platform/terms/response-status-label';
import { findSupplierId } from '~/suppliers/registry/read-supplier.server';
import { requestStatusLabel } from '~/questionnaires/requests/labels';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { DateText } from '~/ui/values';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const page = await member.inOrganization(async (db) =>
    (await findSupplierId(db, params.supplierId)) ? listResponses(db, { supplierPublicId: param(params, 'supplierId') }) : null,
  );
  if (!page) throw notFound();
  return {
    rows: page.rows,
    base: `/o/${member.organization.slug}`,
    supplierId: param(params, 'supplierId'),
    mayOpen: member.can('open:response'),
    mayAsk: member.can('ask:supplier'),
  };
}

export const meta: MetaFunction = () => [{ title: `${m.suppliers_tab_assessments()} · Manumit` }];

export default function SupplierResponses() {
  const { rows, base, supplierId, mayOpen, mayAsk } = useLoaderData<typeof loader>();
  const ask = mayAsk && (
    <LinkButton to={`${base}/requests/new?supplier=${supplierId}`} icon="link">
      {m.requests_new_title()}
    </LinkButton>
  );
  return (
    <>
      {rows.length > 0 && ask && <p className="mb-4">{ask}</p>}
      <DataTable
        caption={m.suppliers_tab_assessments()}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'instrument',
            header: m.suppliers_assessment(),
            wraps: true,
            cell: (row) => <Link to={`${base}/responses/${row.id}`}>{row.instrumentKey}</Link>,
          },
          { key: 'status', header: m.responses_column_status(), cell: (row) => responseStatusLabel(row.status) },
          {
            key: 'answers',
            header: m.responses_column_answers(),
            align: 'end',
            cell: (row) => (row.requestStatus ? requestStatusLabel(row.requestStatus) : `${row.answered} / ${row.questions}`),
          },
          { key: 'opened', header: m.responses_column_opened(), cell: (row) => <DateText value={row.openedAt} /> },
          {
            key: 'submitted',
            header: m.responses_column_submitted(),
            cell: (row) => (row.submittedAt ? <DateText value={row.submittedAt} /> : '—'),
          },
        ]}
        empty={
          <EmptyState
            title={m.suppliers_assessments_none()}
            actions={
              <>
                {mayOpen && (
                  <LinkButton to={`${base}/responses/new?supplier=${supplierId}`} variant="primary" icon="response">
                    {m.suppliers_assess()}
                  </LinkButton>
                )}
                {ask}
              </>
            }
          >
            {m.suppliers_assessments_none_text()}
          </EmptyState>
        }
      />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
