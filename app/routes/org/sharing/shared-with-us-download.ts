import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { openSharedFile } from '~/questionnaires/evidence/open-shared-file.server';
import { serveFile, servePreview } from '~/questionnaires/evidence/serve-file.server';
import { readGrant } from '~/sharing/shared-access/read-grant.server';
import { goneInMidRead } from '~/sharing/access-log/refuse-reading.server';
import { gone, notFound } from '~/web/responses.server';

/** A file behind the answers of a grant, as a download. `ID.redacted` is the redacted copy, `ID.thumbnail`, `ID.preview` and the same of the copy are pictures drawn of it. 410 once the access is over. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:assessment');
  const { grantId = '' } = params;
  const [evidenceId = '', variant = 'original'] = (params.evidenceId ?? '').split('.');
  const file = await goneInMidRead(() =>
    member.inOrganization(async (db) => {
      const grant = await readGrant(db, { organizationId: member.organization.id, grantId, now: new Date() });
      if (!grant || grant.isGiven) return null;
      if (grant.state !== 'accepted') throw gone();
      return openSharedFile(db, grant, { evidenceId, variant });
    }),
  );
  if (!file) throw notFound();
  return file.size ? servePreview(file, file.size) : serveFile(file);
}
