import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { drawExposure } from '~/lending/portfolio/draw-exposure.server';
import { ExposureSection } from '~/lending/portfolio/exposure-section';
import { NothingHere, PortfolioFrame } from '~/lending/portfolio/frame';
import { readFrame, requirePortfolio } from '~/lending/portfolio/frame.server';
import { MapSection } from '~/lending/portfolio/map-section';
import { readExposure } from '~/lending/portfolio/read-exposure.server';
import { m } from '~/paraglide/messages';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePortfolio(request, params);
  const { frame, exposure } = await asked.member.inOrganization(async (db) => ({
    frame: await readFrame(db, asked),
    exposure: await readExposure(db, asked),
  }));
  const { country } = exposure.lines;
  return { frame, total: exposure.total, lines: country, drawing: drawExposure(country, asked.today) };
}

export const meta: MetaFunction = () => [{ title: `${m.portfolio_title()} · ${m.portfolio_tab_map()} · Manumit` }];

export default function PortfolioMap() {
  const { frame, total, lines, drawing } = useLoaderData<typeof loader>();
  const shown = { lines, filter: frame.filter, here: `${frame.base}/portfolio` };
  return (
    <PortfolioFrame frame={frame}>
      {lines.length === 0 ? (
        <NothingHere frame={frame} />
      ) : (
        <>
          <MapSection drawing={drawing} {...shown} />
          <ExposureSection dimension="country" total={total} lead={m.portfolio_country_note()} {...shown} />
        </>
      )}
    </PortfolioFrame>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
