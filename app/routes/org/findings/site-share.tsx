import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { handOverSiteLink } from '~/findings/site-sharing/hand-over-link.server';
import { readShare } from '~/findings/site-sharing/read-share.server';
import { rewordDoubt, rewordShared } from '~/findings/site-sharing/reword-shared.server';
import { renewSiteLink, revokeSiteDevice, withdrawShare } from '~/findings/site-sharing/share-findings.server';
import { SharePage } from '~/findings/site-sharing/share-page';
import { m } from '~/paraglide/messages';
import { formFailure } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, can, inOrganization } = await requireMember(request, params, 'read:finding');
  const share = await inOrganization((db) => readShare(db, param(params, 'shareId')));
  if (!share) throw notFound();
  return { share, base: `/o/${organization.slug}`, mayEdit: can('edit:finding') };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, organization, inOrganization } = await requireMember(request, params, 'edit:finding');
  const shareId = z.uuid().safeParse(params.shareId).data;
  if (!shareId) throw notFound();
  const form = await readForm(request);
  const of = { shareId, userId: user.id, now: new Date() };
  const done = (text: string) => redirectWithFlash(`/o/${organization.slug}/site-sharing/${shareId}`, { tone: 'success', text });
  switch (form.get('intent')) {
    case 'renew': {
      const made = await inOrganization((db) => renewSiteLink(db, of));
      if (!made) throw notFound();
      return data({ failure: null, link: await handOverSiteLink(made, { asker: organization.name, origin: new URL(request.url).origin }) });
    }
    case 'reword': {
      const refuse = (text: string) => data({ link: null, failure: formFailure(form, { text: [text] }) }, { status: 422 });
      const doubt = rewordDoubt(form);
      if (doubt) return refuse(doubt);
      const findingId = z.uuid().safeParse(form.get('findingId')).data;
      if (!findingId) throw notFound();
      const text = givenText(form, 'text');
      const made = await inOrganization((db) => rewordShared(db, { ...of, findingId, text }));
      if (made.kind === 'reworded') return done(m.auditpapers_reworded_flash());
      if (made.code === 'not-there') throw notFound();
      return refuse(rewordRefusals[made.code]());
    }
    case 'lock': {
      const deviceId = z.uuid().safeParse(form.get('deviceId')).data;
      if (!deviceId || !(await inOrganization((db) => revokeSiteDevice(db, { ...of, deviceId })))) throw notFound();
      return done(m.site_sharing_shown_lock_done());
    }
    case 'take-back':
      if (!(await inOrganization((db) => withdrawShare(db, of)))) throw notFound();
      return done(m.site_sharing_shown_take_back_done());
    default:
      throw notFound();
  }
}

const rewordRefusals = {
  'words-missing': m.site_sharing_share_refused_words,
  'not-shareable': m.auditpapers_reword_closed,
  'same-words': m.auditpapers_reword_same,
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${m.site_sharing_shown_title()} · ${loaded?.share.party.name ?? ''} · Manumit` },
];

export default function SiteShare() {
  const shown = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <SharePage {...shown} link={reply?.link ?? null} failure={reply?.failure ?? undefined} />;
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
