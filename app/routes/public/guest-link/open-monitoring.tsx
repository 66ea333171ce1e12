import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findReportingLink, openReporting } from '~/access/reporting-links.server';
import { ReportingLinkOverPage, ReportingLinkPage } from '~/lending/monitoring/reporting-pages';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { readInLanguageOf, refuseManyTries } from '~/questionnaires/respondent/link-page.server';
import { m } from '~/paraglide/messages';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export const handle = { isPlain: true };

/** Opening the page does not use the link; the button does. A reader who has chosen no language gets the language of the link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await findReportingLink(param(params, 'token'));
  if (found.kind === 'unknown') throw notFound();
  readInLanguageOf(request, found.reporting.locale);
  const { lender, client, project } = found.reporting;
  const shown = { asker: lender.name, client, project };
  return found.kind === 'over' ? data({ ...shown, over: found.why }, { status: 410 }) : data({ ...shown, over: null });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = param(params, 'token');
  const refused = await refuseManyTries(context.clientAddress);
  if (refused) return data({ message: refused }, { status: 429 });
  const opened = await openReporting(token, request);
  if (!opened) {
    if ((await findReportingLink(token)).kind === 'unknown') throw notFound();
    return data({ message: null }, { status: 410 });
  }
  return redirect(`/guest/monitoring/${opened.dealId}`, { status: 303, headers: { 'set-cookie': opened.setCookie } });
}

/** The address contains the token: the page is not cached. */
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? m.monitoring_report_link_title({ asker: loaded.asker }) : ''} · Manumit` },
  { name: 'robots', content: 'noindex' },
];

export default function ReportingLinkRoute() {
  const { over, ...shown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <AnswerFrame asker={shown.asker}>
      {over ? <ReportingLinkOverPage asker={shown.asker} over={over} /> : <ReportingLinkPage {...shown} problem={reply?.message ?? null} />}
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
