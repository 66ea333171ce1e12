import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { filterQuery } from '~/lending/portfolio/filter';
import { PortfolioFrame } from '~/lending/portfolio/frame';
import { readFrame, requirePortfolio } from '~/lending/portfolio/frame.server';
import { supposePortfolio } from '~/lending/portfolio/suppose-portfolio.server';
import { BeforeAfter, MovedTable, supposedOnPage, TouchedTable } from '~/lending/portfolio/supposed-sections';
import { queryOf, readAddress, withAdded } from '~/risk/what-if/address';
import { ChangeForms } from '~/risk/what-if/change-forms';
import { ChangeList } from '~/risk/what-if/change-list';
import { listChoices } from '~/risk/what-if/list-choices.server';
import { readAdded } from '~/risk/what-if/read-added.server';
import { foundByAddress } from '~/platform/forms/search-step.server';
import { m } from '~/paraglide/messages';
import { ErrorSummary } from '~/ui/form-errors';
import { Section } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePortfolio(request, params);
  const { member, filter, today, params: search } = asked;
  const { changes, unread } = readAddress(search);
  const { frame, added, choices } = await member.inOrganization(async (db) => ({
    frame: await readFrame(db, asked),
    added: await readAdded(db, search),
    choices: await listChoices(db, changes),
  }));
  const also = filterQuery(filter).slice(1);
  if (added?.ok) {
    const query = queryOf({ changes: withAdded(changes, added.change), unread });
    throw redirect(`/o/${member.organization.slug}/portfolio/what-if${query}${also === '' ? '' : `&${also}`}`);
  }
  const result = changes.length === 0 ? null : await supposePortfolio(member.inOrganization, { filter, today, changes });
  const hasDrop = changes.some(({ kind }) => kind === 'drop');
  return data(
    {
      ...(await foundByAddress({ request, params })),
      ...{ frame, changes, unread, choices, also, failure: added, hasDrop },
      result: result && {
        ...result,
        movedCount: result.moved.length,
        moved: result.moved.slice(0, supposedOnPage),
        touchedCount: result.touched.length,
        touchedCents: result.touched.reduce((sum, { usdCents }) => sum + (usdCents ?? 0), 0),
        touched: result.touched.slice(0, supposedOnPage),
      },
    },
    { status: added && Object.keys(added.errors).length > 0 ? 422 : 200 },
  );
}

export const meta: MetaFunction = () => [{ title: `${m.portfolio_title()} · ${m.portfolio_tab_what_if()} · Manumit` }];

export default function PortfolioWhatIf() {
  const { frame, changes, unread, choices, also, failure, result, hasDrop } = useLoaderData<typeof loader>();
  const isEmpty = changes.length + unread.length === 0;
  return (
    <PortfolioFrame frame={frame}>
      <p className="mb-4 max-w-prose text-muted">{m.portfolio_what_if_lead()}</p>
      <Section id="supposed" title={m.what_if_supposed_title()}>
        {isEmpty ? (
          <p className="text-muted">{m.what_if_supposed_none()}</p>
        ) : (
          <ChangeList changes={changes} unread={unread} missing={result?.missing ?? []} names={choices} also={also} />
        )}
      </Section>
      {result && (
        <>
          {hasDrop && <TouchedTable rows={result.touched} count={result.touchedCount} usdCents={result.touchedCents} base={frame.base} />}
          <BeforeAfter {...result} />
          <MovedTable rows={result.moved} count={result.movedCount} base={frame.base} />
        </>
      )}
      <Section id="suppose" title={isEmpty ? m.what_if_suppose_title() : m.what_if_suppose_more()}>
        <div className="grid grid-cols-1 gap-6">
          <ErrorSummary errors={failure?.errors} />
          <ChangeForms changes={changes} unread={unread} choices={choices} failure={failure ?? undefined} also={also} />
        </div>
      </Section>
    </PortfolioFrame>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
