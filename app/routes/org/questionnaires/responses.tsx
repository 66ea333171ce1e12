import { givenText } from '~/platform/http/given-text';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { listResponses } from '~/questionnaires/responses/list-responses.server';
import { responseStatuses, isBand } from '~/questionnaires/responses/states';
import { responseStatusLabel } from '~/platform/terms/response-status-label';
import { requestStatusLabel } from '~/questionnaires/requests/labels';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { PageHeader } from '~/ui/page-header';
import { formatNumber } from '~/ui/format';
import { DateText } from '~/ui/values';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const url = new URL(request.url).searchParams;
  const uuid = /^[0-9a-f-]{36}$/i;
  const after = givenText(url, 'after');
  const status = responseStatuses.find((known) => known === url.get('status'));
  const search = url.get('q')?.trim() || undefined;
  const order = url.get('order') === 'doubts' ? 'doubts' : 'newest';
  const page = await member.inOrganization((db) =>
    listResponses(db, { status, search, order, cursor: uuid.test(after) ? after : undefined }),
  );
  return {
    ...page,
    base: `/o/${member.organization.slug}`,
    mayOpen: member.can('open:response'),
    isFiltered: Boolean(status || search || order === 'doubts'),
    isFirst: !after,
  };
}

export const meta: MetaFunction = () => [{ title: `${m.responses_title()} · Manumit` }];

export default function Assessments() {
  const { rows, next, base, mayOpen, isFiltered, isFirst } = useLoaderData<typeof loader>();
  const open = mayOpen && (
    <LinkButton to={`${base}/responses/new`} variant="primary">
      {m.responses_new()}
    </LinkButton>
  );
  if (rows.length === 0 && !isFiltered && isFirst)
    return (
      <>
        <PageHeader title={m.responses_title()} />
        <EmptyState title={m.responses_empty_title()} actions={open}>
          {m.responses_empty_text()}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader title={m.responses_title()} lead={m.responses_lead()} actions={open} />
      <FilterBar
        searchLabel={m.responses_search()}
        searchHint={m.responses_search_hint()}
        filters={[
          {
            name: 'status',
            label: m.responses_status(),
            options: responseStatuses.map((status) => ({ value: status, label: responseStatusLabel(status) })),
          },
          { name: 'order', label: m.answer_doubts_title(), options: [{ value: 'doubts', label: m.answer_doubts_order_most() }] },
        ]}
      />
      <DataTable
        caption={m.responses_title()}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p className="py-8 text-muted">{m.responses_empty_filtered()}</p>}
        columns={[
          {
            key: 'supplier',
            header: m.responses_column_supplier(),
            wraps: true,
            cell: (row) => (
              <Link to={`${base}/responses/${row.id}`} className="text-accent underline">
                {row.supplier.name}
              </Link>
            ),
          },
          { key: 'status', header: m.responses_column_status(), cell: (row) => responseStatusLabel(row.status) },
          {
            key: 'answers',
            header: m.responses_column_answers(),
            align: 'end',
            cell: (row) => (row.requestStatus ? requestStatusLabel(row.requestStatus) : `${row.answered} / ${row.questions}`),
          },
          { key: 'opened', header: m.responses_column_opened(), isWideOnly: true, cell: (row) => <DateText value={row.openedAt} /> },
          {
            key: 'due',
            header: m.responses_column_due(),
            isWideOnly: true,
            cell: (row) => (row.dueOn ? <DateText value={row.dueOn} /> : '—'),
          },
          {
            key: 'submitted',
            header: m.responses_column_submitted(),
            cell: (row) => (row.submittedAt ? <DateText value={row.submittedAt} /> : '—'),
          },
          {
            key: 'doubts',
            header: m.answer_doubts_title(),
            align: 'end',
            cell: (row) =>
              row.doubts ? (
                <Link to={`${base}/responses/${row.id}/review#doubts`} className="text-accent underline">
                  {formatNumber(row.doubts)}
                </Link>
              ) : (
                '—'
              ),
          },
          {
            key: 'risk',
            header: m.responses_column_risk(),
            cell: (row) => <BandBadge band={isBand(row.supplier.band) ? row.supplier.band : null} />,
          },
        ]}
      />
      <CursorPager before={null} after={next} shown={rows.length} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
