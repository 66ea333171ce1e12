import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { refusalLabel } from '~/questionnaires/responses/labels';
import { correctAddress, markBounced } from '~/questionnaires/requests/change-address.server';
import { questionBack, renewLink, revokeDevice, withdrawRequest } from '~/questionnaires/requests/change-request.server';
import { handOverLink } from '~/questionnaires/requests/hand-over-link.server';
import { readRequest } from '~/questionnaires/requests/read-request.server';
import { notifySentBack } from '~/questionnaires/requests/notify-sent-back.server';
import { RequestPage } from '~/questionnaires/requests/request-page';
import { requestActFields } from '~/questionnaires/requests/schema';
import { canSendMail } from '~/platform/mail/send.server';
import { m } from '~/paraglide/messages';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const read = await member.inOrganization((db) => readRequest(db, param(params, 'responseId')));
  if (!read) throw notFound();
  return {
    request: read,
    base: `/o/${member.organization.slug}`,
    mails: canSendMail(),
    now: new Date().toISOString(),
    may: { ask: member.can('ask:supplier'), reopen: member.can('reopen:response') },
  };
}

/** At most one reminder a day. */
const isTooSoon = ({ remindedAt }: { remindedAt: Date | null }, now: Date): boolean =>
  remindedAt !== null && remindedAt.getTime() > now.getTime() - 24 * 3_600_000;

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const form = await readForm(request);
  const needs = form.get('intent') === 'question-back' ? 'reopen:response' : 'ask:supplier';
  if (!member.can(needs)) throw new Response(null, { status: 403 });
  const responseId = param(params, 'responseId');
  const shown = await member.inOrganization((db) => readRequest(db, responseId));
  if (!shown) throw notFound();
  const read = parseForm(form, requestActFields);
  if (!read.ok) return data({ failure: read, link: null }, { status: 422 });
  const act = read.value;
  const now = new Date();
  const who = { responseId, userId: member.user.id, now };
  const done = (text: string) => redirectWithFlash(`/o/${member.organization.slug}/requests/${responseId}`, { tone: 'success', text });
  const refused = (text: string) => data({ failure: formFailure(form, { '': [text] }), link: null }, { status: 422 });
  switch (act.intent) {
    case 'mark-bounced':
      return (await member.inOrganization((db) => markBounced(db, who)))
        ? done(m.campaigns_bounced_flash())
        : refused(m.respondent_nothing_done());
    case 'correct-address': {
      const { email } = act;
      const made = await member.inOrganization((db) => correctAddress(db, { ...who, email }));
      if (!made) return refused(m.requests_refused_withdrawn());
      const link = await handOverLink(
        member.inOrganization,
        { ...made, responseId },
        { asker: member.organization.name, origin: new URL(request.url).origin, now },
      );
      return data({ failure: null, link });
    }
    case 'renew':
    case 'remind': {
      if (act.intent === 'remind' && isTooSoon(shown, now)) return refused(m.campaigns_remind_too_soon({ count: 1 }));
      const made = await member.inOrganization((db) => renewLink(db, who));
      if (!made) return refused(m.requests_refused_withdrawn());
      const link = await handOverLink(
        member.inOrganization,
        { ...made, responseId },
        {
          asker: member.organization.name,
          origin: new URL(request.url).origin,
          now,
          occasion: act.intent === 'remind' ? 'reminder' : 'asked',
        },
      );
      return data({ failure: null, link });
    }
    case 'withdraw':
      return (await member.inOrganization((db) => withdrawRequest(db, who)))
        ? done(m.requests_withdrawn_flash())
        : refused(m.requests_refused_withdrawn());
    case 'revoke-device': {
      if (!(await member.inOrganization((db) => revokeDevice(db, { ...who, deviceId: act.deviceId })))) throw notFound();
      return done(m.requests_device_revoked());
    }
    case 'question-back': {
      const questioned = await member.inOrganization((db) => questionBack(db, { ...who, reason: act.reason }));
      if (questioned.kind === 'refused') return refused(refusalLabel(questioned.code));
      const notified = await notifySentBack(member, { responseId, origin: new URL(request.url).origin, now });
      return notified.link
        ? data({ failure: null, link: notified.link })
        : done(`${m.requests_questioned_flash()} ${notified.text}`.trim());
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.request.supplier.name ?? ''} · ${m.requests_title()} · Manumit` },
];

export default function RequestRoute() {
  const shown = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <RequestPage {...shown} failure={reply?.failure ?? undefined} link={reply?.link ?? null} />;
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
