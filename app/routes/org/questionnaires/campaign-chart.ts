import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { chartFile } from '~/documents/charts/chart-file.server';
import { chartFormat } from '~/documents/charts/chart-formats';
import { m } from '~/paraglide/messages';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';
import { readCampaign } from '~/questionnaires/campaigns/read-campaign.server';
import { drawFunnel, funnelTitle } from '~/questionnaires/requests/funnel-steps';
import { readFunnel } from '~/questionnaires/requests/list-requests.server';
import { formatDate } from '~/ui/format';

/** How far the requests of a campaign came as a picture, in the format that `as` names. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const campaignId = param(params, 'campaignId');
  const read = await member.inOrganization(async (db) => {
    const campaign = await readCampaign(db, campaignId);
    return campaign && { name: campaign.name, ...(await readFunnel(db, { campaignId: campaign.id })) };
  });
  if (!read) throw notFound();
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const foot = m.map_report_foot({ organization: member.organization.name, date: formatDate(today) });
  const picture = {
    ...{ title: funnelTitle(read.steps), drawing: drawFunnel(read.steps, 'wide') },
    notes: [read.name, m.funnel_legend(), foot],
  };
  return chartFile(picture, { format: chartFormat(new URL(request.url).searchParams), name: `campaign-${today}` });
}
