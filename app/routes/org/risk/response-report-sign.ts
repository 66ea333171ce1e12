import type { ActionFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { readReport } from '~/risk/supplier-report/read-report.server';
import { signReport } from '~/documents/signing/sign-report.server';
import { m } from '~/paraglide/messages';
import { renderAssessmentReportApart } from '~/risk/supplier-report/assessment-report/render-apart.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';

/** Signs a frozen report of a response that was signed off. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'approve:response');
  const { responseId = '', reportId = '' } = params;
  const { organization, user } = member;
  const read = await member.inOrganization(async (db) => {
    const report = await readReport(db, { responseId, reportId });
    return report && { report, isApproved: (await db.questionnaireResponse.count({ where: { id: responseId, status: 'approved' } })) > 0 };
  });
  if (!read) throw notFound();
  const { report, isApproved } = read;
  const back = `/o/${organization.slug}/responses/${responseId}`;
  if (!isApproved) return redirectWithFlash(back, { tone: 'danger', text: m.signing_refused_not_approved() });
  const signed = await signReport(
    member.inOrganization,
    {
      documentId: reportId,
      reportHash: report.hash,
      fileName: `${report.supplier.publicId}-${report.preparedAt.slice(0, 10)}.pdf`,
      reason: m.signing_reason({}, { locale: report.locale }),
      render: (field) => renderAssessmentReportApart(report, field),
    },
    { organizationId: organization.id, organizationName: organization.name, userId: user.id, now: new Date() },
  );
  return signed.kind === 'signed'
    ? redirectWithFlash(back, { tone: 'success', text: m.signing_signed_flash() })
    : redirectWithFlash(back, { tone: 'danger', text: m.signing_refused_signed_already() });
}
