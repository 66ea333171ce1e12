import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findPlanLink, openPlan } from '~/access/plan-links.server';
import { countAttempt } from '~/access/rate-limit.server';
import { limitedMessage } from '~/features/account/words';
import { PlanLinkOverPage, PlanLinkPage } from '~/features/esap/client-page';
import { AnswerFrame } from '~/features/respondent/answer-frame';
import { m } from '~/paraglide/messages';
import { getLocale, isLocale } from '~/paraglide/runtime';
import { localeCookie } from '~/web/cookies.server';
import { localeOfCookie } from '~/web/locale';
import { notFound } from '~/web/responses.server';

export const handle = { isPlain: true };

/** Opening the page uses nothing up; the button does. Whoever has chosen no language yet reads it in that of the link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await findPlanLink(params.token ?? '');
  if (found.kind === 'unknown') throw notFound();
  const url = new URL(request.url);
  const { lender, locale, project } = found.plan;
  if (localeOfCookie(request.headers.get('cookie')) === null && isLocale(locale) && locale !== getLocale() && !url.searchParams.has('in'))
    throw redirect(`${url.pathname}?in=${locale}`, { headers: { 'set-cookie': localeCookie(locale) } });
  const shown = { lender: lender.name, project };
  return found.kind === 'over' ? data({ ...shown, over: found.why }, { status: 410 }) : data({ ...shown, over: null });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? '';
  const retryAfterSeconds = await countAttempt('answer-link-address', context.clientAddress);
  if (retryAfterSeconds > 0) return data({ message: limitedMessage(retryAfterSeconds) }, { status: 429 });
  const opened = await openPlan(token, request);
  if (!opened) {
    if ((await findPlanLink(token)).kind === 'unknown') throw notFound();
    return data({ message: null }, { status: 410 });
  }
  return redirect(`/plan/${opened.versionId}`, { status: 303, headers: { 'set-cookie': opened.setCookie } });
}

/** The address holds the token: the page is not kept. */
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? m.planclient_link_title({ lender: loaded.lender }) : ''} · Manumit` },
  { name: 'robots', content: 'noindex' },
];

export default function PlanLinkRoute() {
  const { over, lender, project } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <AnswerFrame asker={lender}>
      {over ? (
        <PlanLinkOverPage lender={lender} over={over} />
      ) : (
        <PlanLinkPage lender={lender} project={project} problem={reply?.message ?? null} />
      )}
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/features/respondent/answer-error';
