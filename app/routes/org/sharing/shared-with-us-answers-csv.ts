import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { sharedCsv } from '~/sharing/shared-access/export-shared.server';
import { readSharedContent } from '~/sharing/shared-access/read-shared-content.server';
import { openOrThrow } from '~/sharing/shared-access/open-shared-content.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { param } from '~/platform/http/param.server';

/** The frozen answers as CSV, one row per question. 410 once access has ended; both sides see the copy in the access log. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const now = new Date();
  const options = { organizationId: member.organization.id, sharedAccessId: param(params, 'sharedAccessId'), how: 'csv' as const, now };
  const read = await openOrThrow(() => member.inOrganization((db) => readSharedContent(db, options)));
  const fileName = (kind: string) => `answers-${read.grant.id.slice(0, 8)}-${now.toISOString().slice(0, 10)}.${kind}`;
  return downloadResponse(sharedCsv(read), { fileName: fileName('csv'), mediaType: 'text/csv; charset=utf-8' });
}
