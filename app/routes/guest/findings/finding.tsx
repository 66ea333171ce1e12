import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireSite } from '~/access/require-site.server';
import { PersonalDataScript } from '~/platform/privacy/personal-data-script';
import { acceptedEvidence } from '~/questionnaires/evidence/limits';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { refusedForm, refusedReply, refuseForm, takenForm } from '~/questionnaires/respondent/refused-form.server';
import { actAtSite } from '~/findings/site-responses/act-at-site.server';
import { readSiteFinding } from '~/findings/site-responses/read-site.server';
import { mayReplyNow } from '~/findings/site-responses/say.server';
import { SiteFindingPage } from '~/findings/site-responses/site-finding';
import { m } from '~/paraglide/messages';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export const handle = { isPlain: true };

const replySchema = refusedReply.extend({ kept: z.array(z.object({ id: z.string(), fileName: z.string() })) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { share, read, write } = await requireSite(request, params);
  const of = { shareId: share.shareId, findingId: param(params, 'findingId') };
  const finding = await read((db) => readSiteFinding(db, of));
  if (!finding) throw notFound();
  return {
    asker: share.asker.name,
    base: `/guest/findings/${share.shareId}`,
    finding,
    mayReply: await write((db) => mayReplyNow(db, finding.findingId)),
    isSent: new URL(request.url).searchParams.has('sent'),
    accept: acceptedEvidence,
    refused: refusedForm(request, replySchema),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const site = await requireSite(request, params);
  const done = await actAtSite(site, request, { findingId: param(params, 'findingId'), now: new Date() });
  switch (done.kind) {
    case 'gone':
      throw notFound();
    case 'failed':
      return refuseForm(request, { failure: done.failure, kept: done.kept });
    case 'said':
      return takenForm(request, `/guest/findings/${site.share.shareId}/${param(params, 'findingId')}?sent`);
  }
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.site_sharing_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function SiteFindingRoute() {
  const { refused, ...shown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() ?? refused;
  return (
    <AnswerFrame asker={shown.asker} home={shown.base}>
      <SiteFindingPage {...shown} failure={reply?.failure} kept={reply?.kept ?? []} isSent={shown.isSent && !reply} />
      <PersonalDataScript />
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
