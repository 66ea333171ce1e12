import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { filesCsv } from '~/questionnaires/evidence/files-csv.server';
import { listSnapshotFiles } from '~/questionnaires/evidence/list-all-files.server';
import { readGrant } from '~/sharing/shared-access/read-grant.server';
import { gone, notFound } from '~/web/responses.server';

/** The files behind the answers of a grant as CSV. What the reader may not open is listed by its hash, without a name. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:assessment');
  const now = new Date();
  const { grantId = '' } = params;
  const read = await member.inOrganization(async (db) => {
    const grant = await readGrant(db, { organizationId: member.organization.id, grantId, now });
    return grant && !grant.isGiven ? { grant, files: await listSnapshotFiles(db, grant, now) } : null;
  });
  if (!read) throw notFound();
  if (read.grant.state !== 'accepted') throw gone();
  return filesCsv(read.files, grantId);
}
