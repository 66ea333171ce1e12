import { givenText } from '~/platform/http/given-text';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { AgeFigure } from '~/findings/ageing/age-figure';
import { findingAgeKeys } from '~/findings/ageing/ages';
import { findingAgeLabel, findingAgesTitle } from '~/findings/ageing/labels';
import { readFindingAges } from '~/findings/ageing/read-ages.server';
import { handleMoveAction } from '~/findings/findings/handle-move-action.server';
import { FindingTable } from '~/findings/findings/finding-table';
import { findingChoices, findingFilterNames, findingTable, moveForm, readFindingFilter } from '~/findings/findings/schema';
import { showFindings } from '~/findings/findings/show-findings.server';
import { listLinksAsked } from '~/findings/site-sharing/read-share.server';
import { listWaiting } from '~/findings/site-responses/list-messages.server';
import { extentLabel, gradeLabel, originLabel, statusLabel } from '~/findings/findings/labels';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { formatDate } from '~/ui/format';
import { ListKeys } from '~/ui/list-keys';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { SelectionBar } from '~/ui/selection-bar';
import { pageHref, parseTableState, toggleFilterHref } from '~/ui/table-state';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, notFound, redirectWithFlash } from '~/platform/http/responses.server';

const filterNames = ['status', 'grade', 'origin', 'extent', 'age', 'point', 'supplier', 'q'];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, can, inOrganization } = await requireMember(request, params, 'read:finding');
  const search = new URL(request.url).searchParams;
  const { cursor } = parseTableState(search, findingTable);
  const after = cursor && 'after' in cursor && z.uuid().safeParse(cursor.after).success ? cursor.after : undefined;
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const isPlain = after === undefined && !filterNames.some((name) => search.has(name));
  const { rows, next, waiting, linksAsked, ages } = await inOrganization(async (db) => ({
    ...(await showFindings(db, { ...readFindingFilter(search, { today }), cursor: after })),
    ages: isPlain ? await readFindingAges(db, { today }) : [],
    waiting: after === undefined ? await listWaiting(db) : [],
    linksAsked: after === undefined ? await listLinksAsked(db) : [],
  }));
  return {
    waiting,
    linksAsked,
    ages,
    slug: organization.slug,
    canMove: can('edit:finding'),
    rows,
    next,
    isFirst: after === undefined,
    choices: findingChoices,
    filterNames: [...findingFilterNames],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, inOrganization } = await requireMember(request, params, 'edit:finding');
  const form = moveForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!form.success) throw badRequest('findingId and to are needed');
  const now = new Date(Date.now());
  const { findingId, to } = form.data;
  const acted = await handleMoveAction({ userId: user.id, inOrganization }, { findingId, to, now });
  if (acted.kind === 'gone') throw notFound();
  const { pathname, search } = new URL(request.url);
  const query = new URLSearchParams(search);
  query.delete('_routes');
  const back = `${pathname.replace(/\.data$/, '')}${query.size > 0 ? `?${query}` : ''}`;
  return redirectWithFlash(back, acted.flash);
}

const selection = { name: 'chosen', form: 'selection' };

export const meta: MetaFunction = () => [{ title: `${m.shell_nav_findings()} · Manumit` }];

export default function Findings() {
  const { waiting, linksAsked, ages, slug, canMove, rows, next, isFirst, choices, filterNames } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const supplier = params.get('supplier');
  const from = pageHref(params, null).slice(1);
  const isFiltered = filterNames.some((name) => params.has(name));
  return (
    <>
      <PageHeader
        title={m.shell_nav_findings()}
        lead={m.method_findings_page_lead()}
        actions={
          <>
            {canMove && (
              <LinkButton
                to={supplier ? `/o/${slug}/findings/new?supplier=${supplier}` : `/o/${slug}/findings/new`}
                icon="add"
                variant="primary"
              >
                {m.findings_record()}
              </LinkButton>
            )}
            {rows.length > 0 && (
              <>
                <LinkButton to={`/o/${slug}/findings/priority`}>{m.what_if_first_title()}</LinkButton>
                <LinkButton to={`/o/${slug}/findings/export?${params}`} reloadDocument icon="download">
                  {m.findings_export()}
                </LinkButton>
              </>
            )}
          </>
        }
      />
      {linksAsked.length > 0 && (
        <Notice tone="info" title={m.auditpapers_links_asked_title()}>
          <ul>
            {linksAsked.map(({ shareId, supplier: name, askedAt }) => (
              <li key={shareId}>
                <Link to={`/o/${slug}/site-sharing/${shareId}#devices`}>
                  {m.site_sharing_said_waiting_row({ supplier: name, date: formatDate(askedAt) })}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {waiting.length > 0 && (
        <Notice tone="info" title={m.site_sharing_said_waiting_title()}>
          <ul>
            {waiting.map(({ findingId, text, supplier: name, since }) => (
              <li key={findingId}>
                <Link to={`/o/${slug}/findings/${findingId}#site`}>{text.length > 90 ? `${text.slice(0, 89)}…` : text}</Link>{' '}
                <span className="text-muted">{m.site_sharing_said_waiting_row({ supplier: name, date: formatDate(since) })}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <AgeFigure title={findingAgesTitle(ages)} keys={findingAgeKeys} counts={ages} label={findingAgeLabel} list={`/o/${slug}/findings`} />
      <FilterBar
        searchLabel={m.findings_search()}
        filters={[
          {
            name: 'status',
            label: m.method_column_status(),
            options: [
              { value: 'unsolved', label: m.method_status_unsolved() },
              ...choices.statuses.map((status) => ({ value: status, label: statusLabel(status) })),
            ],
          },
          {
            name: 'grade',
            label: m.method_column_grade(),
            options: choices.grades.map((grade) => ({ value: grade, label: gradeLabel(grade) })),
          },
          {
            name: 'extent',
            label: m.findings_extent(),
            options: choices.extents.map((extent) => ({ value: extent, label: extentLabel(extent) })),
          },
          {
            name: 'origin',
            label: m.findings_origin(),
            options: choices.origins.map((origin) => ({ value: origin, label: originLabel(origin) })),
          },
          {
            name: 'age',
            label: m.ageing_age(),
            options: findingAgeKeys.map((age) => ({ value: age, label: findingAgeLabel(age) })),
            isExtra: true,
          },
          { name: 'point', label: m.findings_of_point({ point: givenText(params, 'point') }), kind: 'elsewhere' },
        ]}
      />
      {supplier && (
        <p className="mb-4">
          {m.method_findings_of({ supplier: rows[0]?.party.name ?? supplier })}{' '}
          <Link to={toggleFilterHref(params, 'supplier', supplier)}>{m.method_findings_of_all()}</Link>
        </p>
      )}
      <ListKeys />
      <FindingTable
        rows={rows}
        slug={slug}
        canMove={canMove}
        selection={selection}
        from={from}
        empty={
          isFiltered ? (
            <EmptyState title={m.method_findings_none_filtered()} actions={<Link to="?">{m.shell_clear_all()}</Link>} />
          ) : (
            <EmptyState title={m.method_findings_none()} actions={<Link to={`/o/${slug}/responses`}>{m.method_findings_none_do()}</Link>}>
              {m.method_findings_none_text()}
            </EmptyState>
          )
        }
      />
      {rows.length > 0 && (
        <SelectionBar
          id={selection.form}
          name={selection.name}
          action={`/o/${slug}/findings/export`}
          params={filterNames.flatMap((name) => params.getAll(name).map((value) => [name, value] as const))}
          total={null}
        >
          <Button name="act" value="export" icon="download">
            {m.lists_export_csv()}
          </Button>
        </SelectionBar>
      )}
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
