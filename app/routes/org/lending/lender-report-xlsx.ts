import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { readYearlyTable } from '~/lending/annual-report/yearly-table.server';
import { yearSheets } from '~/lending/annual-report/year-sheets';
import { documentSheets } from '~/documents/frozen-documents/document-sheets';
import { readFrozenReport } from '~/documents/frozen-documents/read-reports.server';
import { writeWorkbookApart } from '~/documents/workbooks/write-workbook-apart.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { xlsxMediaType } from '~/documents/workbooks/xlsx-stream.server';
import { param } from '~/platform/http/param.server';

/** A frozen report as a workbook: the annual report as counts with the codes of the record, the others as printed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const read = await member.inOrganization((db) => readFrozenReport(db, param(params, 'reportId')));
  if (!read) throw notFound();
  const { report } = read;
  const sheets = report.kind === 'yearly' ? yearSheets(readYearlyTable(report)) : documentSheets(report);
  return downloadResponse(await writeWorkbookApart(sheets), {
    fileName: `${read.name}.xlsx`,
    mediaType: xlsxMediaType,
  });
}
