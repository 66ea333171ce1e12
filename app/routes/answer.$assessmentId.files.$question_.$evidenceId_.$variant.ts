import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireRespondent } from '~/access/require-respondent.server';
import { serveFile, servePreview } from '~/features/evidence/serve-file.server';
import { findOwnFile } from '~/features/evidence/view-evidence.server';
import { notFound } from '~/web/responses.server';

/** A file that the supplier sent, as a download, or a picture drawn of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, params);
  const { assessmentId } = respondent;
  const { evidenceId = '', variant = '' } = params;
  const organizationId = respondent.request.supplierOrganizationId;
  const file = await respondent.inAssessment((db) => findOwnFile(db, { organizationId, assessmentId, evidenceId, variant }));
  if (!file) throw notFound();
  return file.size ? servePreview(file, file.size) : serveFile(file);
}
