import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { serveFile, servePreview } from '~/questionnaires/evidence/serve-file.server';
import { findFile } from '~/findings/findings/finding-files.server';
import { notFound } from '~/platform/http/responses.server';

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** A file of a finding, always as a download: the browser never opens an uploaded file. With `picture`: a picture rendered from it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:finding');
  const { findingId = '', fileId = '' } = params;
  if (!uuid.test(findingId) || !uuid.test(fileId)) throw notFound();
  const file = await member.inOrganization((db) => findFile(db, { findingId, findingFileId: fileId }));
  if (!file) throw notFound();
  if (new URL(request.url).searchParams.has('picture')) {
    if (!file.hasPreview) throw notFound();
    return servePreview({ organizationId: member.organization.id, ...file }, 'preview');
  }
  return serveFile({ organizationId: member.organization.id, ...file });
}
