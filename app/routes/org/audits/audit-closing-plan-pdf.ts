import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { closingPlanReport } from '~/audits/closing-plan/model.server';
import { readSignedPlans } from '~/audits/entries/read-signed-plans.server';
import { closingPlanFileName } from '~/audits/closing-plan/report';
import { findAudit } from '~/audits/planning/find-audit.server';
import { drawReportApart } from '~/documents/renderer/render-apart.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { param } from '~/platform/http/param.server';
import { notFound } from '~/platform/http/responses.server';

/** A plan that was signed in the closing meeting, as PDF. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const signed = await member.inOrganization(async (db) => {
    const audit = await findAudit(db, { auditId: param(params, 'auditId'), userId: member.user.id, role: member.role });
    return audit && (await readSignedPlans(db, audit)).find(({ key }) => key === params.planKey);
  });
  if (!signed) throw notFound();
  const { key: _, ...plan } = signed;
  const bytes = await drawReportApart('closing-plan', closingPlanReport(plan, member.organization));
  return downloadResponse(bytes, { fileName: closingPlanFileName(plan), mediaType: 'application/pdf' });
}
