import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { alertKinds } from '#scoring';
import { requireMember } from '~/access/require-member.server';
import { alertViews, isAlertFiltered, readAlertState } from '~/risk/alerts/alert-list-state';
import { AlertTable } from '~/risk/alerts/alert-table';
import { freshnessOfLists } from '~/risk/alerts/freshness-of-lists.server';
import { ListFreshnessNotice } from '~/risk/alerts/list-freshness';
import { countAlerts, listAlerts } from '~/risk/alerts/list-alerts.server';
import { kindName, viewName } from '~/risk/alerts/labels';
import { ownTablesFor } from '~/risk/reference-tables/own-tables.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { PageHeader } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, can, inOrganization } = await requireMember(request, params, 'read:supplier');
  const state = readAlertState(new URL(request.url).searchParams);
  const today = new Date().toISOString().slice(0, 10);
  const { page, counts, ownTables } = await inOrganization(async (db) => ({
    page: await listAlerts(db, state),
    counts: await countAlerts(db, state),
    ownTables: await ownTablesFor(db, today),
  }));
  return {
    base: `/o/${organization.slug}`,
    page: {
      ...page,
      rows: page.rows.map(({ id, kind, isToBeConfirmed, basis, status, publicId, name, country, tier, band, firstSeenAt, endedAt }) => ({
        ...{ id, kind, isToBeConfirmed, basis, status, publicId, name, country, tier, band, firstSeenAt, endedAt },
      })),
    },
    counts,
    lists: freshnessOfLists(ownTables, today),
    sort: state.sort,
    isFiltered: isAlertFiltered(state),
    mayExport: can('export:supplier'),
  };
}

export const meta: MetaFunction = () => [{ title: `${m.alerts_title()} · Manumit` }];

export default function Alerts() {
  const { base, page, counts, lists, sort, isFiltered, mayExport } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const exported = new URLSearchParams(params);
  exported.delete('after');
  exported.delete('before');
  return (
    <>
      <PageHeader
        title={m.alerts_title()}
        lead={m.alerts_lead()}
        breadcrumbs={[{ label: m.suppliers_list_title(), to: `${base}/suppliers` }, { label: m.alerts_title() }]}
        actions={
          mayExport &&
          counts.shown > 0 && (
            <LinkButton to={`${base}/alerts/export?${exported}`} icon="download" reloadDocument>
              {m.alerts_export()}
            </LinkButton>
          )
        }
      />
      <FilterBar
        searchLabel={m.alerts_search()}
        filters={[
          {
            name: 'kind',
            label: m.alerts_filter_kind(),
            isMultiple: true,
            options: alertKinds.map((kind) => ({ value: kind, label: kindName(kind) })),
          },
          {
            name: 'status',
            label: m.alerts_filter_status(),
            options: alertViews.filter((view) => view !== 'current').map((view) => ({ value: view, label: viewName(view) })),
            empty: viewName('current'),
          },
        ]}
      />
      <AlertTable
        rows={page.rows}
        base={base}
        sort={sort}
        empty={
          isFiltered ? (
            <EmptyState title={m.alerts_none_found_title()} actions={<Link to="?">{m.alerts_clear()}</Link>} />
          ) : (
            <EmptyState
              title={m.alerts_none_title()}
              actions={<LinkButton to={`${base}/suppliers`}>{m.suppliers_list_title()}</LinkButton>}
            >
              {m.alerts_none_text()}
            </EmptyState>
          )
        }
      />
      <CursorPager before={page.before} after={page.after} shown={page.rows.length} total={counts.shown} />
      <div className="mt-6">
        <ListFreshnessNotice lists={lists} />
      </div>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
