import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { verifiedData } from '~/audits/report/exports/verified-data';
import { copyOfReport } from '~/sharing/shared-access/copy-of-report.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { param } from '~/platform/http/param.server';

/** The verified answers of a shared report, section by section, as JSON. Both sides see the copy in the access log; 410 once access has ended. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const report = await copyOfReport(member, { sharedAccessId: param(params, 'sharedAccessId'), how: 'json' });
  return downloadResponse(`${JSON.stringify(verifiedData(report), null, 2)}\n`, {
    fileName: `audit-${report.audit.number}-verified-data-${report.locale}.json`,
    mediaType: 'application/json',
  });
}
