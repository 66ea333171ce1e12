import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { copyOfReport } from '~/sharing/shared-access/copy-of-report.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { param } from '~/platform/http/param.server';

/** The data of a shared report as JSON; its hash is that of its RFC 8785 form without the hash. 410 once access has ended. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const report = await copyOfReport(member, { sharedAccessId: param(params, 'sharedAccessId'), how: 'json' });
  return downloadResponse(`${JSON.stringify(report, null, 2)}\n`, {
    fileName: `audit-${report.audit.number}-${report.locale}.json`,
    mediaType: 'application/json',
  });
}
