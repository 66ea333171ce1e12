import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { arrangePlanReport } from '~/lending/esap/arrange-plan-report';
import { readPlan } from '~/lending/esap/read-plan.server';
import { memberLocale } from '~/locales/member-locales';
import { getLocale } from '~/paraglide/runtime';
import { renderPlanReportApart } from '~/lending/esap/action-plan/render-apart.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** The ESAP of a deal as PDF, in the reader's language. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const of = { dealId: param(params, 'dealId'), today: new Date().toISOString().slice(0, 10) };
  const plan = await member.inOrganization((db) => readPlan(db, of));
  if (!plan) throw notFound();
  const report = arrangePlanReport(plan, { lender: member.organization.name, preparedOn: of.today, locale: memberLocale(getLocale()) });
  return downloadResponse(await renderPlanReportApart(report), {
    fileName: `action-plan-${plan.deal.number}.pdf`,
    mediaType: 'application/pdf',
  });
}
