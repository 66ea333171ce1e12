import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { loadPhotos, photosKept } from '~/features/audit-report/load-photos.server';
import { askedBy, readAuditReport } from '~/features/audit-report/read-audit-report.server';
import { auditReportKinds } from '~/reports/audit-report/vocabulary';
import { renderAuditReportApart } from '~/reports/render-apart.server';
import { downloadResponse } from '~/web/download-response.server';
import { notFound } from '~/web/responses.server';

/** One form of a report as PDF, drawn from its model: of a frozen one the same bytes each time, while its photos are kept. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const kind = auditReportKinds.find((each) => each === params.reportKind);
  const asked = askedBy(member, { auditId: params.auditId ?? '', now: new Date() });
  const read =
    kind &&
    (await member.inOrganization(async (db) => {
      const model = await readAuditReport(db, asked, params.reportId ?? '');
      const sha256s = kind === 'full' && model ? model.photos.map(({ sha256 }) => sha256) : [];
      return model && { model, sha256s: await photosKept(db, sha256s) };
    }));
  if (!read) throw notFound();
  const photos = await loadPhotos(member.organization.id, read.sha256s);
  return downloadResponse(await renderAuditReportApart({ model: read.model, kind, photos }), {
    fileName: `audit-${read.model.audit.number}-${kind}-${read.model.locale}.pdf`,
    mediaType: 'application/pdf',
  });
}
