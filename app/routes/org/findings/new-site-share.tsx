import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { madeAt } from '~/access/posting.server';
import { requireMember } from '~/access/require-member.server';
import { handOverSiteLink } from '~/findings/site-sharing/hand-over-link.server';
import { readShareChoices } from '~/findings/site-sharing/read-share.server';
import { renewSiteLink, shareFindings } from '~/findings/site-sharing/share-findings.server';
import { ShareForm } from '~/findings/site-sharing/share-form';
import { shareFailure, takeShareForm } from '~/findings/site-sharing/take-share-form.server';
import { LinkNotice } from '~/questionnaires/requests/link-notice';
import { canSendMail } from '~/platform/mail/send.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { PageHeader } from '~/ui/page-header';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';

/** The audit or finding to share: `?audit=` or `?finding=`. */
function sourceOf(request: Request): { auditId: string } | { findingId: string } {
  const search = new URL(request.url).searchParams;
  const auditId = search.get('audit');
  return auditId ? { auditId } : { findingId: givenText(search, 'finding') };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:finding');
  const of = sourceOf(request);
  const choices = await member.inOrganization((db) => readShareChoices(db, of));
  if (!choices && 'findingId' in of) throw notFound();
  const base = `/o/${member.organization.slug}`;
  return {
    choices,
    mails: canSendMail(),
    base,
    from: 'auditId' in of ? `${base}/audits/${of.auditId}` : `${base}/findings/${of.findingId}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:finding');
  const of = sourceOf(request);
  const form = await readForm(request);
  const taken = takeShareForm(form);
  if (taken.kind === 'refused') return data({ failure: taken.failure, done: null }, { status: 422 });
  const by = { userId: member.user.id, now: new Date() };
  const shared = await member.inOrganization(async (db) => {
    const choices = await readShareChoices(db, of);
    if (!choices) return null;
    const sharing = { partyId: choices.partyId, auditId: 'auditId' in of ? of.auditId : null, ...taken.fields };
    const result = await shareFindings(db, sharing, by);
    if (result.kind === 'refused') return result;
    return { kind: 'shared' as const, shareId: result.shareId, made: await renewSiteLink(db, { shareId: result.shareId, ...by }) };
  });
  if (!shared) throw notFound();
  if (shared.kind === 'refused') return data({ failure: shareFailure(form, shared), done: null }, { status: 422 });
  if (!shared.made) throw notFound();
  const link = await handOverSiteLink(shared.made, { asker: member.organization.name, origin: new URL(request.url).origin });
  madeAt(`/o/${member.organization.slug}/site-sharing/${shared.shareId}`);
  return data({ failure: undefined, done: { shareId: shared.shareId, link } });
}

export const meta: MetaFunction = () => [{ title: `${m.site_sharing_share_title()} · Manumit` }];

export default function NewSiteShare() {
  const { choices, mails, base, from } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={m.site_sharing_share_title()}
        lead={m.site_sharing_share_lead()}
        breadcrumbs={[
          { label: m.shell_nav_findings(), to: `${base}/findings` },
          ...(choices ? [{ label: choices.party.name, to: `${base}/suppliers/${choices.party.publicId}/findings` }] : []),
          { label: m.site_sharing_share() },
        ]}
      />
      {reply?.done ? (
        <>
          <LinkNotice link={reply.done.link} />
          <LinkButton to={`${base}/site-sharing/${reply.done.shareId}`}>{m.site_sharing_shown_title()}</LinkButton>
        </>
      ) : choices ? (
        <ShareForm choices={choices} mails={mails} failure={reply?.failure} cancel={from} />
      ) : (
        <EmptyState title={m.site_sharing_share_none()} actions={<LinkButton to={from}>{m.findings_cancel()}</LinkButton>} />
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
