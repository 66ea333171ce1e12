import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NothingHere, PortfolioFrame } from '~/lending/portfolio/frame';
import { readFrame, requirePortfolio } from '~/lending/portfolio/frame.server';
import { readTrend } from '~/lending/portfolio/read-trend.server';
import { TrendSection } from '~/lending/portfolio/trend-section';
import { m } from '~/paraglide/messages';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePortfolio(request, params);
  return asked.member.inOrganization(async (db) => ({ frame: await readFrame(db, asked), trend: await readTrend(db, asked) }));
}

export const meta: MetaFunction = () => [{ title: `${m.portfolio_title()} · ${m.portfolio_tab_trend()} · Manumit` }];

export default function PortfolioTrend() {
  const { frame, trend } = useLoaderData<typeof loader>();
  return (
    <PortfolioFrame frame={frame}>{trend.clients === 0 ? <NothingHere frame={frame} /> : <TrendSection trend={trend} />}</PortfolioFrame>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
