import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { chartFile } from '~/documents/charts/chart-file.server';
import { chartFormat } from '~/documents/charts/chart-formats';
import { m } from '~/paraglide/messages';
import { drawRiskHeatMap, heatMapTitle } from '~/supply-chain/analysis/heat-map';
import { readHeatMap } from '~/supply-chain/analysis/read-heat-map.server';
import { formatDate } from '~/ui/format';

/** Suppliers by country and sector as a picture, in the format that `as` names. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'export:supplier');
  const found = await member.inOrganization((db) => readHeatMap(db));
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const picture = {
    ...{ title: heatMapTitle(found), drawing: drawRiskHeatMap(found, 'wide') },
    notes: [m.heat_map_legend(), m.heat_map_note(), m.map_report_foot({ organization: member.organization.name, date: formatDate(today) })],
  };
  return chartFile(picture, { format: chartFormat(new URL(request.url).searchParams), name: `risk-by-country-and-sector-${today}` });
}
