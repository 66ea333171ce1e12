import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { readReport } from '~/features/report/read-report.server';
import { renderAssessmentReportApart } from '~/reports/render-apart.server';
import { downloadResponse } from '~/web/download-response.server';
import { notFound } from '~/web/responses.server';

/** The frozen report as PDF, drawn from its JSON: the same bytes each time. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:report');
  const report = await member.inOrganization((db) =>
    readReport(db, { assessmentId: params.assessmentId ?? '', reportId: params.reportId ?? '' }),
  );
  if (!report) throw notFound();
  return downloadResponse(await renderAssessmentReportApart(report), {
    fileName: `${report.supplier.publicId}-${report.preparedAt.slice(0, 10)}.pdf`,
    mediaType: 'application/pdf',
  });
}
