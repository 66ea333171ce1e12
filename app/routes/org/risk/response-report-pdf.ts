import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { serveFile } from '~/questionnaires/evidence/serve-file.server';
import { recordIssuedFile } from '~/documents/verification/record-file.server';
import { readReport } from '~/risk/supplier-report/read-report.server';
import { findSignature } from '~/documents/signing/sign-report.server';
import { renderAssessmentReportApart } from '~/risk/supplier-report/assessment-report/render-apart.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** The frozen report as PDF: the signed file, or a rendering of its JSON with the same bytes each time. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:report');
  const documentId = param(params, 'reportId');
  const read = await member.inOrganization(async (db) => {
    const report = await readReport(db, { responseId: param(params, 'responseId'), reportId: documentId });
    return report && { report, signature: await findSignature(db, { documentId }) };
  });
  if (!read) throw notFound();
  const { report, signature } = read;
  if (signature) return serveFile({ ...signature.file, organizationId: member.organization.id, mediaType: 'application/pdf' });
  const bytes = await renderAssessmentReportApart(report);
  await recordIssuedFile(member.inOrganization, { organizationId: member.organization.id, documentId, bytes });
  return downloadResponse(bytes, {
    fileName: `${report.supplier.publicId}-${report.preparedAt.slice(0, 10)}.pdf`,
    mediaType: 'application/pdf',
  });
}
