import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { askForSiteLink, findSiteLink, openSite } from '~/access/site-links.server';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { readInLanguageOf, refuseManyTries } from '~/questionnaires/respondent/link-page.server';
import { siteLinkTitle, SiteLinkOverPage, SiteLinkPage } from '~/findings/site-responses/site-link-pages';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export const handle = { isPlain: true };

/** Opening the page does not use the link; the button does. A reader who has chosen no language gets the language of the share. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await findSiteLink(param(params, 'token'));
  if (found.kind === 'unknown') throw notFound();
  readInLanguageOf(request, found.share.locale);
  const { asker, supplier, message, dueOn, isVisit } = found.share;
  const shown = { asker: asker.name, supplier, message, dueOn, isVisit };
  return found.kind === 'over'
    ? data({ ...shown, over: found.why, askedAt: found.askedAt }, { status: 410 })
    : data({ ...shown, over: null, askedAt: null });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = param(params, 'token');
  const refused = await refuseManyTries(context.clientAddress);
  if (refused) return data({ message: refused }, { status: 429 });
  const form = await readForm(request);
  if (form.get('intent') === 'ask') {
    if (!(await askForSiteLink(token, new Date()))) throw notFound();
    return redirect(`/s/${token}`, { status: 303 });
  }
  const opened = await openSite(token, request);
  if (!opened) {
    if ((await findSiteLink(token)).kind === 'unknown') throw notFound();
    return data({ message: null }, { status: 410 });
  }
  return redirect(`/guest/findings/${opened.shareId}`, { status: 303, headers: { 'set-cookie': opened.setCookie } });
}

/** The address contains the token: the page is not cached. */
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? siteLinkTitle(loaded) : ''} · Manumit` },
  { name: 'robots', content: 'noindex' },
];

export default function SiteLinkRoute() {
  const { over, askedAt, ...shown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <AnswerFrame asker={shown.asker}>
      {over ? (
        <SiteLinkOverPage asker={shown.asker} over={over} askedAt={askedAt} problem={reply?.message ?? null} />
      ) : (
        <SiteLinkPage {...shown} problem={reply?.message ?? null} />
      )}
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
