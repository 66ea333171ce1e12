import type { LoaderFunctionArgs } from '@remix-run/node';
import { chartFile } from '~/documents/charts/chart-file.server';
import { chartFormat } from '~/documents/charts/chart-formats';
import { requirePortfolio } from '~/lending/portfolio/frame.server';
import { portfolioHeatMapTitle } from '~/lending/portfolio/labels';
import { readPortfolioHeatMap } from '~/lending/portfolio/read-heat-map.server';
import { m } from '~/paraglide/messages';
import { drawRiskHeatMap } from '~/supply-chain/analysis/heat-map';
import { formatDate } from '~/ui/format';

/** The filtered deals by host country and sector as a picture, in the format that `as` names. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePortfolio(request, params);
  const { member, today } = asked;
  const found = await member.inOrganization((db) => readPortfolioHeatMap(db, asked));
  const foot = m.map_report_foot({ organization: member.organization.name, date: formatDate(today) });
  const picture = {
    ...{ title: portfolioHeatMapTitle(found), drawing: drawRiskHeatMap(found, 'wide') },
    notes: [m.heat_map_legend(), m.heat_map_deal_note(), foot],
  };
  return chartFile(picture, { format: chartFormat(asked.params), name: `portfolio-by-country-and-sector-${today}` });
}
