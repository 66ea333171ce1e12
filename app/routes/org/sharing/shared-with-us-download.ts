import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { openSharedFile } from '~/questionnaires/evidence/open-shared-file.server';
import { serveFile, servePreview } from '~/questionnaires/evidence/serve-file.server';
import { readSharedAccess } from '~/sharing/shared-access/read-shared-access.server';
import { goneInMidRead } from '~/sharing/access-log/refuse-reading.server';
import { gone, notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/**
 * A file of shared answers, as a download. `ID.redacted` is the redacted copy; `ID.thumbnail`, `ID.preview` and the same of the copy are pictures rendered
 * from it. 410 once access has ended.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const { sharedAccessId = '' } = params;
  const [evidenceId = '', variant = 'original'] = param(params, 'evidenceId').split('.');
  const file = await goneInMidRead(() =>
    member.inOrganization(async (db) => {
      const grant = await readSharedAccess(db, { organizationId: member.organization.id, sharedAccessId, now: new Date() });
      if (!grant || grant.isGiven) return null;
      if (grant.state !== 'accepted') throw gone();
      return openSharedFile(db, grant, { evidenceId, variant });
    }),
  );
  if (!file) throw notFound();
  return file.size ? servePreview(file, file.size) : serveFile(file);
}
