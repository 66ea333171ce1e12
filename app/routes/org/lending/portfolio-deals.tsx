import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NothingHere, PortfolioFrame } from '~/lending/portfolio/frame';
import { readFrame, requirePortfolio } from '~/lending/portfolio/frame.server';
import { LentTable } from '~/lending/portfolio/lent-table';
import { listLent } from '~/lending/portfolio/list-lent.server';
import { m } from '~/paraglide/messages';
import { CursorPager } from '~/ui/cursor-pager';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePortfolio(request, params);
  const cursors = { after: asked.params.get('after'), before: asked.params.get('before') };
  return asked.member.inOrganization(async (db) => ({
    frame: await readFrame(db, asked),
    page: await listLent(db, { filter: asked.filter, today: asked.today, ...cursors }),
  }));
}

export const meta: MetaFunction = () => [{ title: `${m.portfolio_title()} · ${m.portfolio_tab_transactions()} · Manumit` }];

export default function PortfolioDeals() {
  const { frame, page } = useLoaderData<typeof loader>();
  return (
    <PortfolioFrame frame={frame}>
      {page.rows.length === 0 ? (
        <NothingHere frame={frame} />
      ) : (
        <>
          <LentTable rows={page.rows} base={frame.base} />
          <CursorPager before={page.before} after={page.after} shown={page.rows.length} />
        </>
      )}
    </PortfolioFrame>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
