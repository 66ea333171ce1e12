import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { isChildShown, isFiltered, readListState } from '~/suppliers/registry/list-state';
import { listScopeOn } from '~/supply-chain/map/list-scope.server';
import { methodDay } from '~/supply-chain/map/method-day.server';
import { readListPage } from '~/risk/supplier-pages/read-list-page.server';
import { sectorFilter, supplierFilters } from '~/risk/supplier-pages/supplier-filters';
import { SupplierTable } from '~/risk/supplier-pages/supplier-table';
import { SupplierViews } from '~/suppliers/registry/supplier-views';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { toggleFilterHref } from '~/ui/table-state';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const search = new URL(request.url).searchParams;
  const state = readListState(search);
  const list = await member.inOrganization(async (db) => {
    const { on, scope } = await listScopeOn(db, search);
    return { ...(await readListPage(db, state, scope)), on };
  });
  return {
    ...list,
    isBeforeMethod: list.on !== null && methodDay(list.on) !== list.on,
    view: state.view,
    sort: state.sort,
    withChild: isChildShown(state),
    mayHideChild: !isChildShown({ ...state, columns: [] }),
    isFiltered: isFiltered(state),
    base: `/o/${member.organization.slug}/suppliers`,
    may: { edit: member.can('edit:supplier'), import: member.can('import:supplier'), export: member.can('export:supplier') },
  };
}

export const meta: MetaFunction = () => [{ title: `${m.suppliers_list_title()} · Manumit` }];

export default function SupplierList() {
  const {
    page,
    scored,
    counts,
    countries,
    sectors,
    sectorChoices,
    view,
    sort,
    withChild,
    mayHideChild,
    isFiltered,
    on,
    isBeforeMethod,
    base,
    may,
  } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const exportParams = new URLSearchParams(params);
  exportParams.delete('after');
  exportParams.delete('before');
  return (
    <>
      <PageHeader
        title={m.suppliers_list_title()}
        actions={
          <>
            {counts.all > 1 && (
              <LinkButton to={`${base}/duplicates`} variant="quiet">
                {m.match_duplicates_title()}
              </LinkButton>
            )}
            {counts.all > 0 && (
              <LinkButton to={base.replace(/suppliers$/, 'alerts')} variant="quiet">
                {m.alerts_title()}
              </LinkButton>
            )}
            {may.export && counts.all > 0 && (
              <LinkButton to={`${base}/export?${exportParams}`} icon="download" reloadDocument>
                {m.suppliers_export()}
              </LinkButton>
            )}
            {may.edit && (
              <LinkButton to={`${base}/new`} icon="add">
                {m.suppliers_add()}
              </LinkButton>
            )}
            {may.import && (
              <LinkButton to={`${base}/import`} icon="import" variant="primary">
                {m.suppliers_import()}
              </LinkButton>
            )}
          </>
        }
      />
      {counts.all === 0 ? (
        <EmptyState
          title={m.suppliers_empty_title()}
          actions={
            <>
              {may.import && (
                <LinkButton to={`${base}/import`} icon="import" variant="primary">
                  {m.suppliers_import()}
                </LinkButton>
              )}
              {may.edit && (
                <LinkButton to={`${base}/new`} icon="add">
                  {m.suppliers_add()}
                </LinkButton>
              )}
            </>
          }
        >
          {m.suppliers_empty_text()}
        </EmptyState>
      ) : (
        <>
          <SupplierViews current={view} counts={counts} />
          <FilterBar
            searchLabel={m.suppliers_search()}
            searchHint={m.suppliers_search_hint()}
            filters={[
              ...supplierFilters({ countries, withUnscored: false }),
              sectorFilter({ sectors: sectorChoices }),
              { name: 'on', label: m.map_filter_on(), kind: 'day' },
            ]}
          />
          {on && (
            <div className="mb-4">
              <Notice tone="info">
                {m.list_changes_list_on({ day: formatDate(on) })} {isBeforeMethod && m.suppliers_list_before_method()}
              </Notice>
            </div>
          )}
          <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 text-xs text-muted">
            <p>{m.suppliers_list_scale()}</p>
            {mayHideChild && (
              <Link to={toggleFilterHref(params, 'column', 'child')} preventScrollReset rel="nofollow">
                {withChild ? m.suppliers_child_hide() : m.suppliers_child_show()}
              </Link>
            )}
          </div>
          <SupplierTable
            rows={page.rows}
            base={base}
            sectors={sectors}
            scored={on ? null : scored}
            withChild={withChild}
            sort={sort}
            empty={
              <EmptyState title={m.suppliers_nothing_title()} actions={<LinkButton to={base}>{m.suppliers_show_all()}</LinkButton>}>
                {on ? m.years_nothing_on({ day: formatDate(on) }) : m.suppliers_nothing_text()}
              </EmptyState>
            }
          />
          <CursorPager before={page.before} after={page.after} shown={page.rows.length} total={isFiltered || on ? null : counts[view]} />
        </>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
