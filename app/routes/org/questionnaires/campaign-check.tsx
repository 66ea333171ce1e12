import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { CheckPage } from '~/questionnaires/campaigns/check-page';
import { allow, deleteDraft, takeOut } from '~/questionnaires/campaigns/draft-campaign.server';
import { countTargets, listTargets } from '~/questionnaires/campaigns/judge-targets.server';
import { keepAddresses } from '~/questionnaires/campaigns/keep-addresses.server';
import { readCampaign } from '~/questionnaires/campaigns/read-campaign.server';
import { checkActFields } from '~/questionnaires/campaigns/schema';
import { startCampaign } from '~/questionnaires/campaigns/start-campaign.server';
import { type LeftOutReason, leftOutReasons } from '~/questionnaires/campaigns/states';
import { canSendMail } from '~/platform/mail/send.server';
import { startRefusal } from '~/questionnaires/campaigns/labels';
import { m } from '~/paraglide/messages';
import { parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'ask:supplier');
  const url = new URL(request.url).searchParams;
  const base = `/o/${member.organization.slug}`;
  const wanted = url.get('show');
  const show: 'asked' | 'any' | LeftOutReason = wanted === 'any' ? 'any' : (leftOutReasons.find((reason) => reason === wanted) ?? 'asked');
  const today = new Date().toISOString().slice(0, 10);
  const read = await member.inOrganization(async (db) => {
    const campaign = await readCampaign(db, param(params, 'campaignId'));
    if (campaign?.status !== 'draft') return { campaign };
    const reason = show === 'asked' ? null : show;
    return {
      campaign,
      counts: await countTargets(db, campaign, { today }),
      page: await listTargets(db, campaign, { today, reason, after: url.get('after'), before: url.get('before') }),
    };
  });
  if (!read.campaign) throw notFound();
  if (!read.counts || !read.page) throw redirect(`${base}/campaigns/${read.campaign.id}`);
  const { id, name, instrument, minutes, isEstimate, locale, dueOn, reminderDays, message, selection, takenOut, allows } = read.campaign;
  return {
    campaign: { id, name, instrument, minutes, isEstimate, locale, dueOn, reminderDays, message, selection, takenOut, allows },
    counts: read.counts,
    page: { ...read.page, rows: read.page.rows.map(({ partyId: _, nameKey: __, ...row }) => row) },
    show,
    base,
    mails: canSendMail(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'ask:supplier');
  const campaignId = param(params, 'campaignId');
  const base = `/o/${member.organization.slug}/campaigns`;
  const form = await readForm(request);
  const read = parseForm(form, checkActFields);
  if (!read.ok) return badRequest('The form names no act that a draft has.');
  const act = read.value;
  const now = new Date();
  const here = `${base}/${campaignId}/check`;
  if (!(await member.inOrganization((db) => readCampaign(db, campaignId)))) throw notFound();
  const say = (message: string, isGood = false) => data({ message, isGood, bad: [], typed: '' }, { status: isGood ? 200 : 409 });
  switch (act.intent) {
    case 'start': {
      const started = await member.inOrganization(
        (db) => startCampaign(db, { campaignId, organizationId: member.organization.id, userId: member.user.id, now }),
        { timeoutMs: 60_000 },
      );
      if (started.kind === 'started') return redirect(`${base}/${campaignId}`, 303);
      return say(startRefusal(started.code));
    }
    case 'delete':
      return (await member.inOrganization((db) => deleteDraft(db, { campaignId, userId: member.user.id })))
        ? redirectWithFlash(base, { tone: 'success', text: m.campaigns_deleted() })
        : say(m.campaigns_not_draft());
    case 'take-out':
    case 'take-in': {
      const isOut = act.intent === 'take-out';
      const done = await member.inOrganization((db) => takeOut(db, { campaignId, publicId: act.supplier, isOut }));
      return done ? redirect(`${here}${new URL(request.url).search}`, 303) : say(m.campaigns_not_draft());
    }
    case 'allow': {
      const allows = act.allows === undefined ? [] : [act.allows].flat();
      return (await member.inOrganization((db) => allow(db, { campaignId, allows }))) ? redirect(here, 303) : say(m.campaigns_not_draft());
    }
    case 'addresses': {
      const typed = act.addresses ?? '';
      const { kept, bad } = await member.inOrganization((db) => keepAddresses(db, { text: typed, userId: member.user.id, now }));
      const badLines = bad.map(({ text }) => text).join('\n');
      return data({ message: m.campaigns_addresses_kept({ count: kept }), isGood: kept > 0, bad, typed: badLines });
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.campaign.name ?? ''} · ${m.campaigns_title()} · Manumit` },
];

export default function CheckCampaign() {
  const shown = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <CheckPage {...shown} reply={reply ?? null} />;
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
