import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSite } from '~/access/require-site.server';
import { acceptedEvidence } from '~/features/evidence/limits';
import { AnswerFrame } from '~/features/respondent/answer-frame';
import { actAtSite } from '~/features/site-message/act-at-site.server';
import { readSiteFinding } from '~/features/site-message/read-site.server';
import { mayReplyNow } from '~/features/site-message/say.server';
import { SiteFindingPage } from '~/features/site-message/site-finding';
import { m } from '~/paraglide/messages';
import { notFound } from '~/web/responses.server';

export const handle = { isPlain: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { share, read, write } = await requireSite(request, params);
  const of = { shareId: share.shareId, findingId: params.findingId ?? '' };
  const finding = await read((db) => readSiteFinding(db, of));
  if (!finding) throw notFound();
  return {
    asker: share.asker.name,
    base: `/site/${share.shareId}`,
    finding,
    mayReply: await write((db) => mayReplyNow(db, finding.findingId)),
    isSent: new URL(request.url).searchParams.has('sent'),
    accept: acceptedEvidence,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const site = await requireSite(request, params);
  const done = await actAtSite(site, request, { findingId: params.findingId ?? '', now: new Date() });
  switch (done.kind) {
    case 'gone':
      throw notFound();
    case 'failed':
      return data({ failure: done.failure, kept: done.kept }, { status: 422 });
    case 'said':
      return redirect(`/site/${site.share.shareId}/${params.findingId ?? ''}?sent`, { status: 303 });
  }
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.siteside_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function SiteFindingRoute() {
  const shown = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <AnswerFrame asker={shown.asker} home={shown.base}>
      <SiteFindingPage {...shown} failure={reply?.failure} kept={reply?.kept ?? []} isSent={shown.isSent && reply === undefined} />
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/features/respondent/answer-error';
