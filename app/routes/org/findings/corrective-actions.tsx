import { givenText } from '~/platform/http/given-text';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { AgeFigure } from '~/findings/ageing/age-figure';
import { actionAgeKeys } from '~/findings/ageing/ages';
import { actionAgeLabel, actionAgesTitle } from '~/findings/ageing/labels';
import { readActionAges } from '~/findings/ageing/read-ages.server';
import { actionKinds, actionStatuses } from '~/findings/corrective-actions/action-lists';
import { ActionBoard, ActionTable } from '~/findings/corrective-actions/action-table';
import { countActions, listActions, listOwners } from '~/findings/corrective-actions/list-actions.server';
import { boardTable, readActionFilter } from '~/findings/corrective-actions/schema';
import { actionStatusLabel, kindLabel } from '~/findings/corrective-actions/labels';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { formatNumber } from '~/ui/format';
import { PageHeader } from '~/ui/page-header';
import { pageHref, parseTableState } from '~/ui/table-state';

const filterNames = ['status', 'kind', 'when', 'age', 'supplier', 'owner'];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, inOrganization } = await requireMember(request, params, 'read:finding');
  const search = new URL(request.url).searchParams;
  const { cursor } = parseTableState(search, boardTable);
  const after = cursor && 'after' in cursor ? cursor.after : undefined;
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const filter = readActionFilter(search);
  const isBoard = search.get('view') === 'board';
  const isPlain = !isBoard && after === undefined && !filterNames.some((name) => search.has(name));
  const read = await inOrganization(async (db) => ({
    page: await listActions(db, { ...filter, today, cursor: after, ...(isBoard ? { take: 200 } : {}) }),
    counts: await countActions(db, { today }),
    owners: await listOwners(db),
    ages: isPlain ? await readActionAges(db, { today }) : [],
  }));
  const { page, counts, owners, ages } = read;
  return { ...page, counts, owners, ages, isBoard, sort: filter.sort, isFirst: after === undefined, base: `/o/${organization.slug}` };
}

export const meta: MetaFunction = () => [{ title: `${m.corrective_actions_title()} · Manumit` }];

export default function Actions() {
  const { rows, next, counts, owners, ages, isBoard, sort, isFirst, base } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const other = new URLSearchParams(params);
  if (isBoard) other.delete('view');
  else other.set('view', 'board');
  const isFiltered = filterNames.some((name) => params.has(name));
  const empty = isFiltered ? (
    <EmptyState title={m.corrective_actions_none_filtered()} actions={<Link to="?">{m.shell_clear_all()}</Link>} />
  ) : (
    <EmptyState
      title={m.corrective_actions_none()}
      actions={<Link to={`${base}/findings?status=unsolved`}>{m.corrective_actions_none_do()}</Link>}
    >
      {m.corrective_actions_none_text()}
    </EmptyState>
  );
  return (
    <>
      <PageHeader
        title={m.corrective_actions_title()}
        lead={m.corrective_actions_lead()}
        meta={
          <>
            <Link to="?when=overdue" className={counts.overdue > 0 ? 'font-semibold text-danger' : ''}>
              {m.corrective_actions_count_overdue({ count: counts.overdue })}
            </Link>
            <Link to="?when=week">{m.corrective_actions_count_week({ count: counts.week })}</Link>
            <Link to="?status=completed">{m.corrective_actions_count_waiting({ count: counts.completed })}</Link>
          </>
        }
        actions={
          <>
            <LinkButton to={`?${other}`}>{isBoard ? m.corrective_actions_as_table() : m.corrective_actions_as_board()}</LinkButton>
            {rows.length > 0 && (
              <LinkButton to={`${base}/corrective-actions/export?${params}`} reloadDocument icon="download">
                {m.findings_export()}
              </LinkButton>
            )}
          </>
        }
      />
      <AgeFigure
        title={actionAgesTitle(ages)}
        keys={actionAgeKeys}
        counts={ages}
        label={actionAgeLabel}
        list={`${base}/corrective-actions`}
      />
      <FilterBar
        filters={[
          {
            name: 'status',
            label: m.method_column_status(),
            options: [
              { value: 'unfinished', label: m.method_status_unsolved() },
              ...actionStatuses.map((status) => ({ value: status, label: actionStatusLabel(status) })),
            ],
          },
          {
            name: 'when',
            label: m.corrective_actions_when(),
            options: [
              { value: 'overdue', label: m.corrective_actions_when_overdue() },
              { value: 'week', label: m.corrective_actions_when_week() },
            ],
          },
          {
            name: 'age',
            label: m.ageing_age(),
            options: actionAgeKeys.map((age) => ({ value: age, label: actionAgeLabel(age) })),
            isExtra: true,
          },
          { name: 'owner', label: m.corrective_actions_owner(), options: owners.map((owner) => ({ value: owner, label: owner })) },
          {
            name: 'kind',
            label: m.corrective_actions_kind(),
            options: actionKinds.map((kind) => ({ value: kind, label: kindLabel(kind) })),
          },
          {
            name: 'supplier',
            label: m.corrective_actions_of_supplier({ supplier: rows[0]?.supplier ?? givenText(params, 'supplier') }),
            kind: 'elsewhere',
          },
        ]}
      />
      {isBoard && rows.length > 0 ? (
        <ActionBoard rows={rows} base={base} />
      ) : (
        <ActionTable rows={rows} base={base} sort={sort} empty={empty} />
      )}
      {isBoard && next && <p className="mt-3 text-muted">{m.corrective_actions_board_cut({ count: formatNumber(rows.length) })}</p>}
      {!isBoard && (rows.length > 0 || !isFirst) && <CursorPager before={null} after={next} shown={rows.length} />}
      {!isFirst && (
        <p className="mt-2">
          <Link to={pageHref(params, null)}>{m.shell_pager_first()}</Link>
        </p>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
