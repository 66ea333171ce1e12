import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { readFrozenReport } from '~/features/lender-report/read-reports.server';
import { renderLenderReportApart } from '~/reports/render-apart.server';
import { downloadResponse } from '~/web/download-response.server';
import { notFound } from '~/web/responses.server';

/** A frozen report as PDF, drawn from its model: the same bytes each time. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:transaction');
  const read = await member.inOrganization((db) => readFrozenReport(db, params.reportId ?? ''));
  if (!read) throw notFound();
  return downloadResponse(await renderLenderReportApart(read.report), { fileName: `${read.name}.pdf`, mediaType: 'application/pdf' });
}
