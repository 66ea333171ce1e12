import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { readYearlyTable } from '~/features/equator-report/yearly-table.server';
import { yearSheets } from '~/features/equator-report/year-sheets';
import { readFrozenReport } from '~/features/lender-report/read-reports.server';
import { writeWorkbookApart } from '~/reports/render-apart.server';
import { downloadResponse } from '~/web/download-response.server';
import { notFound } from '~/web/responses.server';
import { xlsxMediaType } from '~/web/xlsx-stream.server';

/** The tables of a frozen yearly report as a workbook; other reports have none. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:transaction');
  const read = await member.inOrganization((db) => readFrozenReport(db, params.reportId ?? ''));
  if (read?.report.kind !== 'yearly') throw notFound();
  return downloadResponse(await writeWorkbookApart(yearSheets(readYearlyTable(read.report))), {
    fileName: `${read.name}.xlsx`,
    mediaType: xlsxMediaType,
  });
}
