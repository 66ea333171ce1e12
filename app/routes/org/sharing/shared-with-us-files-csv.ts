import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { filesCsv } from '~/questionnaires/evidence/files-csv.server';
import { listSnapshotFiles } from '~/questionnaires/evidence/list-all-files.server';
import { readSharedAccess } from '~/sharing/shared-access/read-shared-access.server';
import { gone, notFound } from '~/platform/http/responses.server';

/** The files of shared answers as CSV. A file that the reader may not open is listed by its hash, without a name. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const now = new Date();
  const { sharedAccessId = '' } = params;
  const read = await member.inOrganization(async (db) => {
    const grant = await readSharedAccess(db, { organizationId: member.organization.id, sharedAccessId, now });
    return grant && !grant.isGiven ? { grant, files: await listSnapshotFiles(db, grant, now) } : null;
  });
  if (!read) throw notFound();
  if (read.grant.state !== 'accepted') throw gone();
  return filesCsv(read.files, sharedAccessId);
}
