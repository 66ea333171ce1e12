import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { exportChase } from '~/questionnaires/campaigns/export-chase.server';
import { readChaseState } from '~/questionnaires/campaigns/list-chase.server';
import { readCampaign } from '~/questionnaires/campaigns/read-campaign.server';
import { streamResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** The requests of a campaign as CSV: all that match the filters in the address, in the order of the page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'export:supplier');
  const campaignId = param(params, 'campaignId');
  if (!(await member.inOrganization((db) => readCampaign(db, campaignId)))) throw notFound();
  const url = new URL(request.url);
  const state = readChaseState(url.searchParams);
  const base = `${url.origin}/o/${member.organization.slug}`;
  return streamResponse(exportChase(member.inOrganization, { campaignId, state, base }), {
    fileName: `campaign-${new Date().toISOString().slice(0, 10)}.csv`,
    mediaType: 'text/csv; charset=utf-8',
  });
}
