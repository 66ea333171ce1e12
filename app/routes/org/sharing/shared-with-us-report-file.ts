import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { serveFile } from '~/questionnaires/evidence/serve-file.server';
import { readSharedReport, reportOrThrow } from '~/sharing/shared-access/read-shared-report.server';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** One form of a shared report as PDF: the signed file itself. Both sides see the copy in the access log; 410 once access has ended. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const form = auditReportKinds.find((each) => each === params.reportKind);
  if (!form) throw notFound();
  const options = {
    organizationId: member.organization.id,
    sharedAccessId: param(params, 'sharedAccessId'),
    form,
    how: 'pdf' as const,
    now: new Date(),
  };
  const { grant, content } = await reportOrThrow(() => member.inOrganization((db) => readSharedReport(db, options)));
  const file = content.files.find(({ kind }) => kind === form);
  if (!file) throw notFound();
  return serveFile({ ...file, organizationId: grant.granterOrganizationId, mediaType: 'application/pdf' });
}
