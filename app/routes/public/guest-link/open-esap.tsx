import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findPlanLink, openPlan } from '~/access/plan-links.server';
import { PlanLinkOverPage, PlanLinkPage } from '~/lending/esap/client-page';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { readInLanguageOf, refuseManyTries } from '~/questionnaires/respondent/link-page.server';
import { m } from '~/paraglide/messages';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export const handle = { isPlain: true };

/** Opening the page does not use the link; the button does. A reader who has chosen no language gets the language of the link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await findPlanLink(param(params, 'token'));
  if (found.kind === 'unknown') throw notFound();
  readInLanguageOf(request, found.plan.locale);
  const { lender, project } = found.plan;
  const shown = { lender: lender.name, project };
  return found.kind === 'over' ? data({ ...shown, over: found.why }, { status: 410 }) : data({ ...shown, over: null });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = param(params, 'token');
  const refused = await refuseManyTries(context.clientAddress);
  if (refused) return data({ message: refused }, { status: 429 });
  const opened = await openPlan(token, request);
  if (!opened) {
    if ((await findPlanLink(token)).kind === 'unknown') throw notFound();
    return data({ message: null }, { status: 410 });
  }
  return redirect(`/guest/esap/${opened.versionId}`, { status: 303, headers: { 'set-cookie': opened.setCookie } });
}

/** The address contains the token: the page is not cached. */
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? m.esap_client_link_title({ lender: loaded.lender }) : ''} · Manumit` },
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

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
