import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { termOf } from '~/safeguarding/sensitive-cases/case-page.server';
import { listCases } from '~/safeguarding/sensitive-cases/list-cases.server';
import { dueWords, statusWords, stepWords, termWord } from '~/safeguarding/sensitive-cases/labels';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { PageHeader } from '~/ui/page-header';
import { MomentText } from '~/ui/values';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, organization, inOrganization } = await requireMember(request, params, 'open:sensitive-case');
  const now = new Date();
  const cases = await inOrganization((db) => listCases(db, { userId: user.id, now }));
  return {
    base: `/o/${organization.slug}/sensitive-cases`,
    cases: cases.map(({ due, ...rest }) => ({ ...rest, due: due && termOf(due, now) })),
  };
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.sensitive_cases_nav()} · Manumit` }];

export default function CaseDesk() {
  const { base, cases } = useLoaderData<typeof loader>();
  const open = (
    <LinkButton to={`${base}/new`} variant="primary" icon="add">
      {m.sensitive_cases_open()}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={m.sensitive_cases_desk_title()} lead={m.sensitive_cases_desk_lead()} actions={cases.length > 0 && open} />
      <DataTable
        caption={m.sensitive_cases_desk_table()}
        rows={cases}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={m.sensitive_cases_desk_empty()} actions={open}>
            {m.sensitive_cases_desk_empty_text()}
          </EmptyState>
        }
        columns={[
          {
            key: 'reference',
            header: m.sensitive_cases_col_matter(),
            cell: ({ id, reference }) => <Link to={`${base}/${id}`}>{reference}</Link>,
          },
          {
            key: 'status',
            header: m.sensitive_cases_col_next(),
            wraps: true,
            cell: ({ status, next }) =>
              status === 'open'
                ? `${stepWords[next].number} ${stepWords[next].title()}`
                : statusWords[status === 'erased' ? 'erased' : 'closed'](),
          },
          {
            key: 'term',
            header: m.sensitive_cases_col_term(),
            wraps: true,
            cell: ({ due }) =>
              due ? (
                <span className={due.state === 'over' ? 'font-semibold text-danger' : undefined}>
                  {m.sensitive_cases_due_line({ what: dueWords[due.key](), term: termWord(due) })}
                </span>
              ) : (
                <span className="text-muted">{m.sensitive_cases_no_term()}</span>
              ),
          },
          {
            key: 'waiting',
            header: m.sensitive_cases_col_waiting(),
            cell: ({ waiting }) => (waiting > 0 ? m.sensitive_cases_waiting({ count: waiting }) : ''),
          },
          {
            key: 'opened',
            header: m.sensitive_cases_col_opened(),
            isWideOnly: true,
            cell: ({ openedAt }) => <MomentText value={openedAt} />,
          },
        ]}
      />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
