import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { filesOfMember } from '~/questionnaires/evidence/member-files.server';
import { originOf } from '~/questionnaires/evidence/list-all-files.server';
import { openSharedFile } from '~/questionnaires/evidence/open-shared-file.server';
import { serveFile, servePreview } from '~/questionnaires/evidence/serve-file.server';
import { findOwnFile } from '~/questionnaires/evidence/view-evidence.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/**
 * A file of evidence, always as a download: the browser never opens an uploaded file. It is the organization's own, or one that a supplier shares with it.
 * `ID.redacted` is the redacted copy; `ID.thumbnail`, `ID.preview` and the same of the copy are pictures rendered from it.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const { responseId = '' } = params;
  const [evidenceId = '', variant = 'original'] = param(params, 'evidenceId').split('.');
  const wanted = { evidenceId, variant };
  const file = await member.inOrganization(async (db) => {
    const origin = await originOf(db, responseId);
    return origin ? openSharedFile(db, origin, wanted) : findOwnFile(db, filesOfMember(member, responseId), wanted);
  });
  if (!file) throw notFound();
  return file.size ? servePreview(file, file.size) : serveFile(file);
}
