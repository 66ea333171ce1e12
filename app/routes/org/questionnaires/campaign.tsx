import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { CampaignPage } from '~/questionnaires/campaigns/campaign-page';
import { closeCampaign } from '~/questionnaires/campaigns/close-campaign.server';
import { listChase, readChaseState } from '~/questionnaires/campaigns/list-chase.server';
import { changeDue } from '~/questionnaires/campaigns/move-due-days.server';
import { readCampaign, readCampaignProgress } from '~/questionnaires/campaigns/read-campaign.server';
import { campaignActFields } from '~/questionnaires/campaigns/schema';
import { cancelSending, resumeSending } from '~/questionnaires/campaigns/start-campaign.server';
import { quietHours } from '~/questionnaires/requests/states';
import { wantReminders } from '~/questionnaires/campaigns/want-reminders.server';
import { readFunnel } from '~/questionnaires/requests/list-requests.server';
import { showRun } from '~/platform/jobs/show-run';
import { canSendMail } from '~/platform/mail/send.server';
import { m } from '~/paraglide/messages';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const base = `/o/${member.organization.slug}`;
  const state = readChaseState(new URL(request.url).searchParams);
  const now = new Date();
  const read = await member.inOrganization(async (db) => {
    const campaign = await readCampaign(db, param(params, 'campaignId'));
    if (!campaign || campaign.status === 'draft') return { campaign };
    const campaignId = campaign.id;
    return {
      campaign,
      progress: await readCampaignProgress(db, { campaignId, quietSince: new Date(now.getTime() - quietHours * 3_600_000) }),
      funnel: await readFunnel(db, { campaignId }),
      page: await listChase(db, { ...state, campaignId }),
    };
  });
  if (!read.campaign) throw notFound();
  if (!read.page) throw redirect(`${base}/campaigns/${read.campaign.id}/check`);
  const { id, name, instrument, status, locale, dueOn, reminderDays, message, startedAt, closedAt, createdBy, run } = read.campaign;
  return {
    campaign: { id, name, instrument, status, locale, dueOn, reminderDays, message, startedAt, closedAt, createdBy },
    run: run && { id: run.id, progress: showRun(run), isGoing: run.status === 'waiting' || run.status === 'running' },
    progress: read.progress,
    funnel: read.funnel,
    page: {
      ...read.page,
      rows: read.page.rows.map(
        ({ responseId, name: supplier, country, tier, via, status: at, email, dueOn: due, writtenAt, openedAt, refusalReason }) => ({
          ...{ responseId, name: supplier, country, tier, via, status: at, email, dueOn: due, writtenAt, openedAt, refusalReason },
        }),
      ),
    },
    sort: state.sort,
    base,
    today: now.toISOString().slice(0, 10),
    mails: canSendMail(),
    may: { ask: member.can('ask:supplier'), export: member.can('export:supplier') },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'ask:supplier');
  const campaignId = param(params, 'campaignId');
  const form = await readForm(request);
  const campaign = await member.inOrganization((db) => readCampaign(db, campaignId));
  if (!campaign) throw notFound();
  const read = parseForm(form, campaignActFields);
  if (!read.ok) return data({ failure: read }, { status: 422 });
  const act = read.value;
  const now = new Date();
  const who = { campaignId, organizationId: member.organization.id, userId: member.user.id };
  const url = new URL(request.url);
  const done = (text: string) => redirectWithFlash(url.pathname + url.search, { tone: 'success', text });
  const refused = (text: string) => data({ failure: formFailure(form, { '': [text] }) }, { status: 409 });
  switch (act.intent) {
    case 'remind-all':
    case 'remind-chosen': {
      const chosen = act.intent === 'remind-all' ? null : act.chosen === undefined ? [] : [act.chosen].flat();
      if (chosen?.length === 0) return refused(m.campaigns_remind_none_chosen());
      if (campaign.status !== 'going' || !canSendMail()) return refused(m.campaigns_remind_nobody());
      const { wanted, tooSoon } = await member.inOrganization((db) => wantReminders(db, { ...who, chosen, now }));
      if (wanted === 0) return refused(tooSoon > 0 ? m.campaigns_remind_too_soon({ count: tooSoon }) : m.campaigns_remind_nobody());
      return done(m.campaigns_reminded({ count: wanted, tooSoon }));
    }
    case 'cancel':
      return (await member.inOrganization((db) => cancelSending(db, who)))
        ? done(m.campaigns_cancelled())
        : refused(m.campaigns_nothing_sending());
    case 'resume':
      return (await member.inOrganization((db) => resumeSending(db, who)))
        ? done(m.campaigns_resumed())
        : refused(m.campaigns_nobody_waits());
    case 'change-due':
      return (await member.inOrganization((db) => changeDue(db, { ...who, dueOn: act.dueOn ?? null })))
        ? done(m.campaigns_due_changed())
        : refused(m.campaigns_is_closed());
    case 'close': {
      const closed = await member.inOrganization((db) => closeCampaign(db, { campaignId, userId: member.user.id, now }));
      return closed ? done(m.campaigns_closed_flash({ count: closed.ended })) : refused(m.campaigns_is_closed());
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.campaign.name ?? ''} · ${m.campaigns_title()} · Manumit` },
];

export default function Campaign() {
  const shown = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <CampaignPage {...shown} failure={reply?.failure} />;
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
