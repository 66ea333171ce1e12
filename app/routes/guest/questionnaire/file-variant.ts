import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireRespondent } from '~/access/require-respondent.server';
import { serveFile, servePreview } from '~/questionnaires/evidence/serve-file.server';
import { findOwnFile } from '~/questionnaires/evidence/view-evidence.server';
import { filesOfRespondent } from '~/questionnaires/respondent/own-files.server';
import { notFound } from '~/platform/http/responses.server';

/** A file that the supplier sent, as a download, or a picture rendered from it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, params, 'answer:response', 'to-part');
  const { evidenceId = '', variant = '' } = params;
  const file = await respondent.inResponse((db) => findOwnFile(db, filesOfRespondent(respondent), { evidenceId, variant }));
  if (!file) throw notFound();
  return file.size ? servePreview(file, file.size) : serveFile(file);
}
