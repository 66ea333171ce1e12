import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { filesCsv } from '~/questionnaires/evidence/files-csv.server';
import { listAllFiles } from '~/questionnaires/evidence/list-all-files.server';
import { notFound } from '~/platform/http/responses.server';

/** The files of a response as CSV. A file that the reader may not open is listed by its hash, without a name. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const { responseId = '' } = params;
  const listed = await member.inOrganization((db) => listAllFiles(db, { responseId, now: new Date() }));
  if (!listed) throw notFound();
  return filesCsv(listed.files, responseId);
}
