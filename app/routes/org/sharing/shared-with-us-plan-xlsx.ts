import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { planSheets } from '~/audits/report/exports/plan-sheets';
import { writeWorkbookApart } from '~/documents/workbooks/write-workbook-apart.server';
import { xlsxMediaType } from '~/documents/workbooks/xlsx-stream.server';
import { copyOfReport } from '~/sharing/shared-access/copy-of-report.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { param } from '~/platform/http/param.server';

/** The corrective action plan of a shared report as a workbook, as redacted as the report. Both sides see the copy in the access log; 410 once access has ended. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const report = await copyOfReport(member, { sharedAccessId: param(params, 'sharedAccessId'), how: 'xlsx' });
  return downloadResponse(await writeWorkbookApart(planSheets(report)), {
    fileName: `audit-${report.audit.number}-plan-${report.locale}.xlsx`,
    mediaType: xlsxMediaType,
  });
}
