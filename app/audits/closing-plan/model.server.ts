import { memberLocale } from '~/locales/member-locales';
import { reportHash } from '~/documents/verification/report-hash.server';
import { type ClosingPlanReport, closingPlanReportSchema } from './report';
import type { SignedPlan } from './schema';

/** The content of a signed plan's file, in the language in which the plan was shown. Pure: the same plan gives the same content. */
export function closingPlanReport(signed: SignedPlan, organization: { name: string }): ClosingPlanReport {
  const locale = memberLocale(signed.plan.locale);
  const content = { format: 'signed-closing-plan/1' as const, locale, organization: { name: organization.name }, signed };
  return closingPlanReportSchema.parse({ ...content, hash: reportHash(content) });
}
