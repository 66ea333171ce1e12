import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { exportLinks } from '~/questionnaires/campaigns/export-links.server';
import { readCampaign } from '~/questionnaires/campaigns/read-campaign.server';
import { shownAddress } from '~/platform/mail/send.server';
import { streamResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** Links are created by a form, never by opening an address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'ask:supplier');
  if (!(await member.inOrganization((db) => readCampaign(db, param(params, 'campaignId'))))) throw notFound();
  return redirect(`/o/${member.organization.slug}/campaigns/${param(params, 'campaignId')}`);
}

/** New links for the suppliers of a campaign who received no email, as CSV: shown only once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'ask:supplier');
  const campaignId = param(params, 'campaignId');
  const campaign = await member.inOrganization((db) => readCampaign(db, campaignId));
  if (campaign?.status !== 'going') throw notFound();
  const { origin } = new URL(request.url);
  const links = exportLinks(member.inOrganization, {
    campaignId,
    userId: member.user.id,
    now: new Date(),
    addressOf: (path) => shownAddress(path, origin),
  });
  return streamResponse(links, { fileName: `links-${new Date().toISOString().slice(0, 10)}.csv`, mediaType: 'text/csv; charset=utf-8' });
}
