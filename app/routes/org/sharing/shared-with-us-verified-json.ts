import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { verifiedData } from '~/audits/report/exports/verified-data';
import { readSharedReport, reportOrThrow } from '~/sharing/shared-access/read-shared-report.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { param } from '~/platform/http/param.server';

/** The verified answers of a shared report, section by section, as JSON. Both sides see the copy in the access log; 410 once access has ended. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const options = {
    organizationId: member.organization.id,
    sharedAccessId: param(params, 'sharedAccessId'),
    how: 'json' as const,
    now: new Date(),
  };
  const { report } = (await reportOrThrow(() => member.inOrganization((db) => readSharedReport(db, options)))).content;
  return downloadResponse(`${JSON.stringify(verifiedData(report), null, 2)}\n`, {
    fileName: `audit-${report.audit.number}-verified-data-${report.locale}.json`,
    mediaType: 'application/json',
  });
}
