import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { CommissionTable } from '~/audits/commissions/commission-table';
import { commissionStatusLabel } from '~/audits/commissions/labels';
import { listClients } from '~/audits/commissions/clients.server';
import { listCommissions } from '~/audits/commissions/list-commissions.server';
import { commissionTable, readCommissionFilter } from '~/audits/commissions/schema';
import { commissionStatuses } from '~/audits/commissions/states';
import { announcementLabel } from '~/audits/planning/labels';
import { announcements } from '~/audits/planning/states';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { PageHeader } from '~/ui/page-header';
import { pageHref, parseTableState } from '~/ui/table-state';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:commission');
  const search = new URL(request.url).searchParams;
  const filter = readCommissionFilter(search);
  const { cursor } = parseTableState(search, commissionTable);
  const after = cursor && 'after' in cursor ? cursor.after : undefined;
  const isFirm = member.organization.kind === 'audit-firm';
  const read = await member.inOrganization(async (db) => ({
    ...(await listCommissions(db, { ...filter, cursor: after })),
    clients: isFirm ? (await listClients(db)).map(({ id, name }) => ({ id, name })) : [],
  }));
  return {
    ...{ ...read, isFirm, sort: filter.sort, isFirst: after === undefined },
    mayEdit: member.can('edit:commission'),
    base: `/o/${member.organization.slug}`,
  };
}

export const meta: MetaFunction = () => [{ title: `${m.commissions_title()} · Manumit` }];

const filterNames = ['q', 'status', 'announcement', 'client'];

export default function Commissions() {
  const { rows, next, clients, isFirm, sort, isFirst, mayEdit, base } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const isFiltered = filterNames.some((name) => params.has(name));
  const add = mayEdit && (
    <LinkButton to={`${base}/commissions/new`} variant="primary" icon="add">
      {isFirm ? m.commissions_record() : m.commissions_new()}
    </LinkButton>
  );
  const isEmpty = rows.length === 0 && !isFiltered && isFirst;
  return (
    <>
      <PageHeader
        title={m.commissions_title()}
        lead={isFirm ? m.commissions_lead_firm() : m.commissions_lead_buyer()}
        actions={
          !isEmpty && (
            <>
              {rows.length > 0 && (
                <LinkButton to={`${base}/commissions/export?${params}`} reloadDocument icon="download">
                  {m.findings_export()}
                </LinkButton>
              )}
              {add}
            </>
          )
        }
      />
      {isEmpty ? (
        <EmptyState title={m.commissions_empty_title()} actions={add}>
          {isFirm ? m.commissions_empty_firm() : m.commissions_empty_buyer()}
        </EmptyState>
      ) : (
        <>
          <FilterBar
            searchLabel={m.commissions_search()}
            filters={[
              {
                name: 'status',
                label: m.audits_status(),
                options: commissionStatuses.map((value) => ({ value, label: commissionStatusLabel(value, isFirm ? 'firm' : 'buyer') })),
              },
              {
                name: 'announcement',
                label: m.audits_announcement(),
                options: announcements.map((value) => ({ value, label: announcementLabel(value) })),
              },
              ...(isFirm
                ? [{ name: 'client', label: m.commissions_client(), options: clients.map(({ id, name }) => ({ value: id, label: name })) }]
                : []),
            ]}
          />
          <CommissionTable
            {...{ rows, base, sort, isFirm }}
            empty={<EmptyState title={m.commissions_none_filtered()} actions={<Link to="?">{m.shell_clear_all()}</Link>} />}
          />
          {(rows.length > 0 || !isFirst) && <CursorPager before={null} after={next} shown={rows.length} />}
          {!isFirst && (
            <p className="mt-2">
              <Link to={pageHref(params, null)}>{m.shell_pager_first()}</Link>
            </p>
          )}
        </>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
