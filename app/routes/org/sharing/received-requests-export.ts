import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { exportReceived } from '~/sharing/received-requests/export-received.server';
import { streamResponse } from '~/platform/http/download-response.server';

/** All answers of the organization, with their files, as one archive. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, inOrganization } = await requireMember(request, params, 'read:response');
  const now = new Date();
  return streamResponse(exportReceived({ inOrganization, organization, now }), {
    fileName: `${organization.slug}-answers-${now.toISOString().slice(0, 10)}.zip`,
    mediaType: 'application/zip',
  });
}
