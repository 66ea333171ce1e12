import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { verifiedData } from '~/audits/report/exports/verified-data';
import { askedBy, readAuditReport } from '~/audits/report/read-audit-report.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { param } from '~/platform/http/param.server';
import { notFound } from '~/platform/http/responses.server';

/** The verified answers of a report, section by section, as JSON. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const asked = askedBy(member, { auditId: param(params, 'auditId'), now: new Date() });
  const model = await member.inOrganization((db) => readAuditReport(db, asked, param(params, 'reportId')));
  if (!model) throw notFound();
  return downloadResponse(`${JSON.stringify(verifiedData(model), null, 2)}\n`, {
    fileName: `audit-${model.audit.number}-verified-data-${model.locale}.json`,
    mediaType: 'application/json',
  });
}
