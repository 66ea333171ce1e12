import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { loadPhotos, photosPrinted } from '~/audits/report/load-photos.server';
import { askedBy, draftId, readAuditReport } from '~/audits/report/read-audit-report.server';
import { fileNameOf } from '~/audits/report/sign-audit-report.server';
import { serveFile } from '~/questionnaires/evidence/serve-file.server';
import { recordIssuedFile } from '~/documents/verification/record-file.server';
import { findSignature } from '~/documents/signing/sign-report.server';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { renderAuditReportApart } from '~/audits/report/audit-report/render-apart.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** One form of a report as PDF: the signed file, or a rendering of its model, for a frozen report with the same bytes each time as long as its photos exist. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const kind = auditReportKinds.find((each) => each === params.reportKind);
  const asked = askedBy(member, { auditId: param(params, 'auditId'), now: new Date() });
  const documentId = param(params, 'reportId');
  const isDraft = documentId === draftId;
  const read =
    kind &&
    (await member.inOrganization(async (db) => {
      const model = await readAuditReport(db, asked, documentId);
      if (!model) return null;
      const signature = isDraft ? null : await findSignature(db, { documentId, form: kind });
      return { model, signature, sha256s: signature ? [] : await photosPrinted(db, model, kind) };
    }));
  if (!read) throw notFound();
  const { model, signature } = read;
  if (signature) return serveFile({ ...signature.file, organizationId: member.organization.id, mediaType: 'application/pdf' });
  const photos = await loadPhotos(member.organization.id, read.sha256s);
  const bytes = await renderAuditReportApart({ model, kind, photos });
  // A draft has no issuer.
  if (!isDraft) await recordIssuedFile(member.inOrganization, { organizationId: member.organization.id, documentId, form: kind, bytes });
  return downloadResponse(bytes, {
    fileName: fileNameOf(model, kind),
    mediaType: 'application/pdf',
  });
}
