import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { judgeReport } from '~/features/monitoring/judge-report.server';
import { readReport } from '~/features/monitoring/list-reports.server';
import { reportActs } from '~/features/monitoring/monitoring-schema';
import { monitoringRefusalWord } from '~/features/monitoring/monitoring-words';
import { ReportPage } from '~/features/monitoring/report-page';
import { findTransaction } from '~/features/transaction/find-transaction.server';
import { m } from '~/paraglide/messages';
import { formFailure, parseForm } from '~/web/parse-form';
import { notFound, redirectWithFlash } from '~/web/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:transaction');
  const today = new Date().toISOString().slice(0, 10);
  const report = await member.inOrganization(async (db) => {
    const found = await findTransaction(db, params.transactionId ?? '');
    return found && readReport(db, { transactionId: found.id, periodFrom: params.periodFrom ?? '', today });
  });
  if (!report) throw notFound();
  return { report, today, mayEdit: member.can('edit:transaction') };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:transaction');
  const form = await request.formData();
  const read = parseForm(form, reportActs);
  if (!read.ok) return data({ intent: String(form.get('intent') ?? ''), failure: read }, { status: 422 });
  const { intent, reportId, version, comment } = read.value;
  const { transactionId = '', periodFrom = '' } = params;
  const done = await member.inOrganization((db) =>
    judgeReport(db, { verdict: intent, comment, version }, { reportId, transactionId, userId: member.user.id, now: new Date() }),
  );
  if (done.kind === 'unknown') throw notFound();
  if (done.kind === 'refused')
    return data({ intent, failure: formFailure(form, { '': [monitoringRefusalWord(done.code)] }) }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/transactions/${transactionId}/monitoring/reports/${periodFrom}`, {
    tone: 'success',
    text: done.kind === 'accepted' ? m.monitoring_flash_accepted() : m.monitoring_flash_questioned(),
  });
}

export default function Report() {
  const { report, today, mayEdit } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return <ReportPage report={report} today={today} mayEdit={mayEdit} refused={refused} />;
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
