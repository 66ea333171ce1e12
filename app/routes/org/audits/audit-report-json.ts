import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { askedBy, readAuditReport } from '~/audits/report/read-audit-report.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** The report as JSON; its hash is that of its RFC 8785 form without the hash. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const asked = askedBy(member, { auditId: param(params, 'auditId'), now: new Date() });
  const model = await member.inOrganization((db) => readAuditReport(db, asked, param(params, 'reportId')));
  if (!model) throw notFound();
  return downloadResponse(`${JSON.stringify(model, null, 2)}\n`, {
    fileName: `audit-${model.audit.number}-${model.locale}.json`,
    mediaType: 'application/json',
  });
}
