import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { serveFile } from '~/questionnaires/evidence/serve-file.server';
import { readFrozenReport } from '~/documents/frozen-documents/read-reports.server';
import { recordIssuedFile } from '~/documents/verification/record-file.server';
import { findSignature } from '~/documents/signing/sign-report.server';
import { renderLenderReportApart } from '~/documents/frozen-documents/lender-report/render-apart.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** A frozen report as PDF: the signed file, or a rendering of its model with the same bytes each time. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const read = await member.inOrganization(async (db) => {
    const found = await readFrozenReport(db, param(params, 'reportId'));
    return found && { ...found, signature: await findSignature(db, { documentId: found.documentId }) };
  });
  if (!read) throw notFound();
  const { documentId, report, name, signature } = read;
  const organizationId = member.organization.id;
  if (signature) return serveFile({ ...signature.file, organizationId, mediaType: 'application/pdf' });
  const bytes = await renderLenderReportApart(report);
  await recordIssuedFile(member.inOrganization, { organizationId, documentId, bytes });
  return downloadResponse(bytes, { fileName: `${name}.pdf`, mediaType: 'application/pdf' });
}
