import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { planSheets } from '~/audits/report/exports/plan-sheets';
import { askedBy, readAuditReport } from '~/audits/report/read-audit-report.server';
import { writeWorkbookApart } from '~/documents/workbooks/write-workbook-apart.server';
import { xlsxMediaType } from '~/documents/workbooks/xlsx-stream.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { param } from '~/platform/http/param.server';
import { notFound } from '~/platform/http/responses.server';

/** The corrective action plan of a report as a workbook. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const asked = askedBy(member, { auditId: param(params, 'auditId'), now: new Date() });
  const model = await member.inOrganization((db) => readAuditReport(db, asked, param(params, 'reportId')));
  if (!model) throw notFound();
  return downloadResponse(await writeWorkbookApart(planSheets(model)), {
    fileName: `audit-${model.audit.number}-plan-${model.locale}.xlsx`,
    mediaType: xlsxMediaType,
  });
}
