import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { readSharedReport, reportOrThrow } from '~/sharing/shared-access/read-shared-report.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { param } from '~/platform/http/param.server';

/** The data of a shared report as JSON; its hash is that of its RFC 8785 form without the hash. 410 once access has ended. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const options = {
    organizationId: member.organization.id,
    sharedAccessId: param(params, 'sharedAccessId'),
    how: 'json' as const,
    now: new Date(),
  };
  const { content } = await reportOrThrow(() => member.inOrganization((db) => readSharedReport(db, options)));
  const { audit, locale } = content.report;
  return downloadResponse(`${JSON.stringify(content.report, null, 2)}\n`, {
    fileName: `audit-${audit.number}-${locale}.json`,
    mediaType: 'application/json',
  });
}
