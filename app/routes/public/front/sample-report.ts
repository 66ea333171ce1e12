import { findSampleReport } from '~/access/demonstration.server';
import { serveFile } from '~/questionnaires/evidence/serve-file.server';
import { notFound } from '~/platform/http/responses.server';

/** The signed audit report of the demonstration: fictional, and the same for every visitor. */
export async function loader() {
  const file = await findSampleReport();
  if (!file) throw notFound();
  return serveFile({ ...file, mediaType: 'application/pdf' });
}
