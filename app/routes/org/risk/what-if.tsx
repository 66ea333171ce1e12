import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { queryOf, readAddress, withAdded } from '~/risk/what-if/address';
import { ChangeForms } from '~/risk/what-if/change-forms';
import { ChangeList } from '~/risk/what-if/change-list';
import { listChoices } from '~/risk/what-if/list-choices.server';
import { readAdded } from '~/risk/what-if/read-added.server';
import { bandMoves } from '~/risk/what-if/rows-of';
import { signed, SupposedTable } from '~/risk/what-if/supposed-table';
import { suppose } from '~/risk/what-if/suppose.server';
import { foundByAddress } from '~/platform/forms/search-step.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { ErrorSummary } from '~/ui/form-errors';
import { formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page-header';

const pageSize = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const { searchParams } = new URL(request.url);
  const { changes, unread, page } = readAddress(searchParams);
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  const { added, choices } = await member.inOrganization(async (db) => ({
    added: await readAdded(db, searchParams),
    choices: await listChoices(db, changes),
  }));
  const here = `/o/${member.organization.slug}/what-if`;
  if (added?.ok) throw redirect(`${here}${queryOf({ changes: withAdded(changes, added.change), unread })}`);
  const result = changes.length === 0 ? null : await suppose(member.inOrganization, { asOf, changes });
  return data(
    {
      ...(await foundByAddress({ request, params })),
      base: `/o/${member.organization.slug}`,
      changes,
      unread,
      page,
      choices,
      failure: added,
      mayExport: member.can('export:supplier'),
      result: result && {
        ...result,
        count: result.rows.length,
        moves: bandMoves(result.rows),
        rows: result.rows.slice((page - 1) * pageSize, page * pageSize),
      },
    },
    { status: added && Object.keys(added.errors).length > 0 ? 422 : 200 },
  );
}

export const meta: MetaFunction = () => [{ title: `${m.what_if_what_if()} · Manumit` }];

export default function WhatIf() {
  const { base, changes, unread, choices, failure, result, mayExport } = useLoaderData<typeof loader>();
  const isEmpty = changes.length + unread.length === 0;
  return (
    <>
      <PageHeader
        title={m.what_if_what_if()}
        lead={m.what_if_what_if_lead()}
        actions={
          result !== null &&
          mayExport &&
          result.count > 0 && (
            <LinkButton to={`${base}/what-if/export${queryOf({ changes, unread })}`} icon="download" reloadDocument>
              {m.what_if_export()}
            </LinkButton>
          )
        }
      />
      <Section id="supposed" title={m.what_if_supposed_title()}>
        {isEmpty ? (
          <p className="text-muted">{m.what_if_supposed_none()}</p>
        ) : (
          <ChangeList changes={changes} unread={unread} missing={result?.missing ?? []} names={choices} />
        )}
      </Section>
      {result && <Result />}
      <Section id="suppose" title={isEmpty ? m.what_if_suppose_title() : m.what_if_suppose_more()}>
        <div className="grid grid-cols-1 gap-6">
          <ErrorSummary errors={failure?.errors} />
          <ChangeForms changes={changes} unread={unread} choices={choices} failure={failure ?? undefined} />
        </div>
      </Section>
    </>
  );
}

function Result() {
  const { base, changes, unread, page, result } = useLoaderData<typeof loader>();
  if (!result) return null;
  const { networkProblem, count, moves, rows, suppliers, leftOut, buyer } = result;
  const pages = Math.ceil(count / pageSize);
  const tenth = (value: number) => formatNumber(value, { digits: 1 });
  return (
    <Section id="result" title={m.what_if_result_title()} lead={m.what_if_result_lead()}>
      <div className="grid grid-cols-1 gap-4">
        <p>
          <strong>{m.what_if_result_count({ count: formatNumber(count), total: formatNumber(suppliers) })}</strong>{' '}
          {m.what_if_result_moves({ worse: formatNumber(moves.worse), better: formatNumber(moves.better) })}
        </p>
        {buyer && (
          <p>
            {m.what_if_result_buyer({
              before: tenth(buyer.before),
              after: buyer.after === null ? m.shell_unknown() : tenth(buyer.after),
              change: signed(buyer.after === null ? null : Math.round((buyer.after - buyer.before) * 10) / 10),
            })}
          </p>
        )}
        {leftOut > 0 && <Notice tone="warning" title={m.what_if_left_out({ count: formatNumber(leftOut) })} />}
        {networkProblem !== null && (
          <Notice tone="warning" title={m.what_if_network_problem()}>
            <span lang="en">{networkProblem}</span>
          </Notice>
        )}
        {count === 0 ? <EmptyState title={m.what_if_result_none()} /> : <SupposedTable rows={rows} base={base} />}
        {pages > 1 && (
          <nav aria-label={m.shell_pager_label()} className="flex flex-wrap items-center justify-between gap-3 text-muted">
            <p>{m.shell_progress_of({ completed: formatNumber(page), total: formatNumber(pages) })}</p>
            <div className="flex gap-2">
              {page > 1 && (
                <LinkButton to={queryOf({ changes, unread, page: page - 1 })} size="sm" rel="prev">
                  {m.shell_pager_previous()}
                </LinkButton>
              )}
              {page < pages && (
                <LinkButton to={queryOf({ changes, unread, page: page + 1 })} size="sm" rel="next">
                  {m.shell_pager_next()}
                </LinkButton>
              )}
            </div>
          </nav>
        )}
      </div>
    </Section>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
