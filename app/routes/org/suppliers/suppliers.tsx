import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { handleViewAction } from '~/platform/saved-views/handle-view-action.server';
import type { Views } from '~/platform/saved-views/read-views.server';
import { ViewMenu } from '~/platform/saved-views/view-menu';
import { savedHref, ViewTabs } from '~/platform/saved-views/view-tabs';
import { countArchivedAt } from '~/suppliers/bulk/change-suppliers.server';
import { shownColumns } from '~/suppliers/registry/list-columns';
import { mostCounted } from '~/platform/lists/list-place';
import { isChildShown, readListState, supplierViews } from '~/suppliers/registry/list-state';
import { supplierViewTabs } from '~/suppliers/registry/supplier-views';
import { listScopeOn } from '~/supply-chain/map/list-scope.server';
import { methodDay } from '~/supply-chain/map/method-day.server';
import { ListHeader } from '~/risk/supplier-pages/list-header';
import { ListTools } from '~/risk/supplier-pages/list-tools';
import { readListFrame, readListPage } from '~/risk/supplier-pages/read-list-page.server';
import { SupplierSelection } from '~/risk/supplier-pages/supplier-selection';
import { SupplierTable } from '~/risk/supplier-pages/supplier-table';
import { UndoArchiving } from '~/risk/supplier-pages/undo-archiving';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { EmptyState } from '~/ui/empty-state';
import { formatDate } from '~/ui/format';
import { ListKeys } from '~/ui/list-keys';
import { Notice } from '~/ui/notice';
import { readForm } from '~/platform/forms/read-form.server';

const list = 'suppliers';
const uuid = /^[0-9a-f-]{36}$/i;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const search = new URL(request.url).searchParams;
  const base = `/o/${member.organization.slug}/suppliers`;
  const state = readListState(search);
  const archivedAt = z.iso.datetime().safeParse(search.get('archived'));
  const read = await member.inOrganization(async (db) => {
    const { on, scope } = await listScopeOn(db, search);
    const frame = await readListFrame(db, state, { userId: member.user.id, scope });
    const first = firstView(search, frame.views);
    if (first !== null) return { first };
    const undo = archivedAt.success ? await countArchivedAt(db, archivedAt.data) : 0;
    const saved = frame.views.saved.find(({ id }) => id === search.get('saved'));
    const view = saved?.id ?? state.view;
    const [own, withChild] = [frame.views.columns[view], isChildShown(state)];
    const columns = shownColumns({ named: state.columns, own, ofView: saved?.columns, withChild });
    return {
      ...frame,
      ...(await readListPage(db, state, { scope, withTrends: columns.includes('history') })),
      ...{ view, columns },
      on,
      undo: undo > 0 && archivedAt.success ? { at: archivedAt.data, count: undo } : null,
    };
  });
  if ('first' in read) throw redirect(`${base}${read.first}`);
  return {
    ...read,
    isBeforeMethod: read.on !== null && methodDay(read.on) !== read.on,
    isArchived: state.view === 'archived',
    sort: state.sort,
    today: new Date().toISOString().slice(0, 10),
    base,
    may: {
      edit: member.can('edit:supplier'),
      import: member.can('import:supplier'),
      export: member.can('export:supplier'),
      ask: member.can('ask:supplier'),
    },
  };
}

/** The list of an address as suppliers opened from it carry it: without what is about this visit alone. */
function listOf(params: URLSearchParams): string {
  const list = new URLSearchParams(params);
  for (const name of ['columns', 'archived']) list.delete(name);
  return list.toString();
}

/** The redirect of an address that names only a saved view, or no view while the member has a default one; null for none. */
function firstView(search: URLSearchParams, { saved, opensFirst }: Views): string | null {
  const names = [...search.keys()].filter((name) => name !== '_routes' && name !== 'archived');
  const wanted = names.length === 0 ? opensFirst : names.length === 1 ? search.get('saved') : null;
  const view = saved.find(({ id }) => id === wanted);
  if (view && !(names.length === 1 && view.query === '')) return savedHref(view);
  return names.length === 0 && !search.has('archived') && wanted !== null && wanted !== 'all' && !uuid.test(wanted)
    ? `?view=${wanted}`
    : null;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  return handleViewAction(await readForm(request), {
    ...{
      list,
      userId: member.user.id,
      mayShare: member.can('edit:supplier'),
      inOrganization: member.inOrganization,
      builtIn: supplierViews,
    },
    search: new URL(request.url).searchParams,
    path: `/o/${member.organization.slug}/suppliers`,
    columnsOf: (words) => readListState(new URLSearchParams(words.map((word) => ['columns', word]))).columns ?? [],
  });
}

export const meta: MetaFunction = () => [{ title: `${m.suppliers_list_title()} · Manumit` }];

export default function SupplierList() {
  const { page, scored, counts, total, countries, sectors, sectorChoices, views, view, columns, sort, on, ...shown } =
    useLoaderData<typeof loader>();
  const { base, may, people, tags, undo, today, isArchived, isBeforeMethod } = shown;
  const [params] = useSearchParams();
  const refused = useActionData<typeof action>()?.refused ?? null;
  const saved = views.saved.find(({ id }) => id === view);
  const selection = on === null && (may.edit || may.ask || may.export) ? { name: 'chosen', form: 'selection' } : undefined;
  if (counts.all === 0 && counts.archived === 0) return <ListHeader base={base} may={may} isEmpty />;
  return (
    <>
      <ListHeader base={base} may={may} hasMore={counts.all > 1} />
      {undo && <UndoArchiving undo={undo} action={`${base}/bulk`} />}
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-2 border-b border-line">
        <ViewTabs label={m.suppliers_views()} builtIn={supplierViewTabs(params, counts)} saved={views.saved} current={view} />
        <ViewMenu {...{ view, columns, saved, refused }} opensFirst={views.opensFirst} mayShare={may.edit} />
      </div>
      <ListTools
        {...{ countries, sectorChoices, people, tags, columns, view, scored, total, base }}
        mayExport={may.export}
        most={mostCounted}
      />
      {on && (
        <div className="mb-4">
          <Notice tone="info">
            {m.list_changes_list_on({ day: formatDate(on) })} {isBeforeMethod && m.suppliers_list_before_method()}
          </Notice>
        </div>
      )}
      <SupplierTable
        rows={page.rows}
        base={base}
        sectors={sectors}
        columns={columns}
        today={today}
        scored={on ? null : scored}
        sort={sort}
        selection={selection}
        {...(on === null ? { from: listOf(params) } : {})}
        askFor={may.edit ? (publicId) => `${base}/${publicId}/edit` : undefined}
        isTall
        empty={
          <EmptyState title={m.suppliers_nothing_title()} actions={<LinkButton to={base}>{m.suppliers_show_all()}</LinkButton>}>
            {on ? m.years_nothing_on({ day: formatDate(on) }) : m.suppliers_nothing_text()}
          </EmptyState>
        }
      />
      {selection && page.rows.length > 0 && (
        <SupplierSelection {...selection} base={base} may={may} isArchived={isArchived} total={total > mostCounted ? null : total} />
      )}
      <CursorPager before={page.before} after={page.after} shown={page.rows.length} total={total > mostCounted ? null : total} />
      <p className="mt-2 text-xs text-muted">{m.suppliers_list_scale()}</p>
      <ListKeys />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
