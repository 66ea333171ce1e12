import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireReporter } from '~/access/require-reporter.server';
import { listOwnReports } from '~/lending/monitoring/read-own-reports.server';
import { ReportingHome } from '~/lending/monitoring/reporting-pages';
import { owedPeriods } from '~/lending/monitoring/write-report.server';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { m } from '~/paraglide/messages';

export const handle = { isPlain: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { reporting, read, write } = await requireReporter(request, params);
  const today = new Date().toISOString().slice(0, 10);
  const { dealId, lender, client, project } = reporting;
  const owed = await write((db) => owedPeriods(db, { dealId, today }));
  const rows = await read((db) => listOwnReports(db, owed));
  return { asker: lender.name, client, project, rows: rows.reverse(), base: `/guest/monitoring/${dealId}`, today };
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.monitoring_report_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function ReportingRoute() {
  const shown = useLoaderData<typeof loader>();
  return (
    <AnswerFrame asker={shown.asker}>
      <ReportingHome {...shown} />
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
