import { givenText } from '~/platform/http/given-text';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useLocation, useSearchParams } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { listPeople } from '~/suppliers/ownership/list-people.server';
import { handleTaskAction } from '~/suppliers/tasks/handle-task-action.server';
import { countTasks, listTasks } from '~/suppliers/tasks/list-tasks.server';
import { readTaskFilter, taskTable } from '~/suppliers/tasks/task-form';
import { TaskTable } from '~/suppliers/tasks/task-table';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { PageHeader } from '~/ui/page-header';
import { pageHref, parseTableState } from '~/ui/table-state';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash, safePath } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const search = new URL(request.url).searchParams;
  const { cursor } = parseTableState(search, taskTable);
  const after = cursor && 'after' in cursor ? cursor.after : undefined;
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const userId = member.user.id;
  const filter = readTaskFilter(search);
  const list = await member.inOrganization(async (db) => ({
    ...(await listTasks(db, { ...filter, userId, today, cursor: after })),
    counts: await countTasks(db, { userId, today }),
    people: await listPeople(db),
  }));
  return {
    ...list,
    sort: filter.sort ?? taskTable.defaultSort,
    isFirst: after === undefined,
    mayEdit: member.can('edit:task'),
    base: `/o/${member.organization.slug}`,
  };
}

/** Completes or reopens a task, from the list, a supplier's page or the task's own page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:task');
  const form = await readForm(request);
  const list = `/o/${member.organization.slug}/tasks`;
  const answer = await handleTaskAction(member, { form, now: new Date(Date.now()) });
  if (answer.kind !== 'done') throw notFound();
  return redirectWithFlash(safePath(form.get('back'), list), { tone: 'success', text: answer.text });
}

export const meta: MetaFunction = () => [{ title: `${m.tasks_title()} · Manumit` }];

const filterNames = ['status', 'who', 'when', 'supplier'];

export default function Tasks() {
  const { rows, next, counts, people, sort, isFirst, mayEdit, base } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const { pathname, search } = useLocation();
  const isFiltered = filterNames.some((name) => params.has(name));
  const empty = isFiltered ? (
    <EmptyState title={m.tasks_none_filtered()} actions={<Link to="?">{m.shell_clear_all()}</Link>} />
  ) : (
    <EmptyState title={m.tasks_none()} actions={<Link to={`${base}/suppliers`}>{m.tasks_none_do()}</Link>}>
      {m.tasks_none_text()}
    </EmptyState>
  );
  return (
    <>
      <PageHeader
        title={m.tasks_title()}
        lead={m.tasks_lead()}
        meta={
          <>
            <Link to="?who=mine">{m.tasks_count_mine({ count: counts.mine })}</Link>
            <Link to="?when=overdue" className={counts.overdue > 0 ? 'font-semibold text-danger' : ''}>
              {m.tasks_count_overdue({ count: counts.overdue })}
            </Link>
          </>
        }
        actions={
          rows.length > 0 && (
            <LinkButton to={`${base}/tasks/export?${params}`} reloadDocument icon="download">
              {m.tasks_export()}
            </LinkButton>
          )
        }
      />
      <FilterBar
        filters={[
          {
            name: 'who',
            label: m.tasks_assignee(),
            options: [
              { value: 'mine', label: m.tasks_filter_mine() },
              { value: 'none', label: m.tasks_unassigned() },
              ...people.map(({ userId, name }) => ({ value: userId, label: name })),
            ],
          },
          {
            name: 'when',
            label: m.tasks_filter_when(),
            options: [
              { value: 'overdue', label: m.tasks_filter_overdue() },
              { value: 'week', label: m.tasks_filter_week() },
            ],
          },
          {
            name: 'status',
            label: m.tasks_status(),
            empty: m.tasks_status_open(),
            options: [
              { value: 'done', label: m.tasks_status_done() },
              { value: 'all', label: m.tasks_status_all() },
            ],
          },
          {
            name: 'supplier',
            label: m.tasks_filter_supplier({ supplier: rows[0]?.supplier ?? givenText(params, 'supplier') }),
            kind: 'elsewhere',
          },
        ]}
      />
      <TaskTable rows={rows} base={base} back={pathname + search} sort={sort} mayEdit={mayEdit} empty={empty} />
      {(rows.length > 0 || !isFirst) && <CursorPager before={null} after={next} shown={rows.length} />}
      {!isFirst && (
        <p className="mt-2">
          <Link to={pageHref(params, null)}>{m.shell_pager_first()}</Link>
        </p>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
