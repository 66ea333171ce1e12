import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ExposureSection } from '~/lending/portfolio/exposure-section';
import { dimensions } from '~/lending/portfolio/filter';
import { NothingHere, PortfolioFrame } from '~/lending/portfolio/frame';
import { readFrame, requirePortfolio } from '~/lending/portfolio/frame.server';
import { PortfolioHeatMap } from '~/lending/portfolio/heat-map-section';
import { Headline } from '~/lending/portfolio/headline';
import { readExposure } from '~/lending/portfolio/read-exposure.server';
import { readPortfolioHeatMap } from '~/lending/portfolio/read-heat-map.server';
import { m } from '~/paraglide/messages';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePortfolio(request, params);
  return asked.member.inOrganization(async (db) => ({
    ...{ frame: await readFrame(db, asked), exposure: await readExposure(db, asked) },
    heatMap: await readPortfolioHeatMap(db, asked),
  }));
}

export const meta: MetaFunction = () => [{ title: `${m.portfolio_title()} · Manumit` }];

export default function Portfolio() {
  const { frame, exposure, heatMap } = useLoaderData<typeof loader>();
  const here = `${frame.base}/portfolio`;
  if (exposure.total.deals === 0)
    return (
      <PortfolioFrame frame={frame}>
        <NothingHere frame={frame} />
      </PortfolioFrame>
    );
  return (
    <PortfolioFrame frame={frame}>
      <Headline exposure={exposure} />
      <PortfolioHeatMap found={heatMap} filter={frame.filter} here={here} />
      {dimensions.map((dimension) => (
        <ExposureSection
          key={dimension}
          dimension={dimension}
          lines={exposure.lines[dimension]}
          total={exposure.total}
          filter={frame.filter}
          here={here}
          {...(dimension === 'country' ? { lead: m.portfolio_country_note() } : {})}
        />
      ))}
      <p className="mt-6">
        <Link to={`${frame.base}/deals/annual-report`}>{m.annual_report_open()}</Link>
      </p>
    </PortfolioFrame>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
