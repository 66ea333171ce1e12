import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { countAttempt } from '~/access/rate-limit.server';
import { requireReporter } from '~/access/require-reporter.server';
import { PersonalDataScript } from '~/platform/privacy/personal-data-script';
import { limitedMessage } from '~/organizations/accounts/labels';
import { readOwnReport } from '~/lending/monitoring/read-own-reports.server';
import { ReportingPage } from '~/lending/monitoring/reporting-form';
import { takeReportForm } from '~/lending/monitoring/take-report-form.server';
import { owedPeriods } from '~/lending/monitoring/write-report.server';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { refusedForm, refusedReply, refuseForm, takenForm } from '~/questionnaires/respondent/refused-form.server';
import { m } from '~/paraglide/messages';
import { formFailure } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export const handle = { isPlain: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { reporting, read, write } = await requireReporter(request, params);
  const today = new Date().toISOString().slice(0, 10);
  const { dealId, lender } = reporting;
  const owed = await write((db) => owedPeriods(db, { dealId, today }));
  const period = owed.find(({ from }) => from === params.periodFrom);
  if (!period) throw notFound();
  const query = new URL(request.url).searchParams;
  return {
    asker: lender.name,
    base: `/guest/monitoring/${dealId}`,
    report: await read((db) => readOwnReport(db, period)),
    isKept: query.has('kept'),
    isSent: query.has('sent'),
    refused: refusedForm(request, refusedReply),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const reporter = await requireReporter(request, params);
  const form = await readForm(request);
  const retryAfterSeconds = await countAttempt('report-write', reporter.deviceId);
  if (retryAfterSeconds > 0) return refuseForm(request, { failure: formFailure(form, { '': [limitedMessage(retryAfterSeconds)] }) }, 429);
  const done = await takeReportForm(reporter, form, { periodFrom: param(params, 'periodFrom'), now: new Date() });
  switch (done.kind) {
    case 'unknown':
      throw notFound();
    case 'failed':
      return refuseForm(request, { failure: done.failure });
    case 'kept':
    case 'sent':
      return takenForm(request, `/guest/monitoring/${reporter.reporting.dealId}/${param(params, 'periodFrom')}?${done.kind}`);
  }
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.monitoring_report_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function ReportingPeriodRoute() {
  const { refused, ...shown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() ?? refused;
  return (
    <AnswerFrame asker={shown.asker} home={shown.base}>
      <ReportingPage {...shown} failure={reply?.failure} isKept={shown.isKept && !reply} isSent={shown.isSent && !reply} />
      <PersonalDataScript />
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
