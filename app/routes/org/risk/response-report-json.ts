import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { readReport } from '~/risk/supplier-report/read-report.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** The frozen report as JSON; its hash is that of its RFC 8785 form without the hash. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:report');
  const report = await member.inOrganization((db) =>
    readReport(db, { responseId: param(params, 'responseId'), reportId: param(params, 'reportId') }),
  );
  if (!report) throw notFound();
  return downloadResponse(`${JSON.stringify(report, null, 2)}\n`, {
    fileName: `${report.supplier.publicId}-${report.preparedAt.slice(0, 10)}.json`,
    mediaType: 'application/json',
  });
}
