import { z } from 'zod';
import { signedPlanSchema, type SignedPlan } from './schema';

/** A signed plan with who conducted the audit, as its file carries it. `hash`: of all of it; `signed.hash`: of the plan that was shown. */
export const closingPlanReportSchema = z.strictObject({
  format: z.literal('signed-closing-plan/1'),
  locale: z.enum(['en', 'fr', 'es']),
  organization: z.strictObject({ name: z.string() }),
  signed: signedPlanSchema,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ClosingPlanReport = z.output<typeof closingPlanReportSchema>;

export const closingPlanFileName = ({ plan }: Pick<SignedPlan, 'plan'>): string => `closing-plan-${plan.audit.number}-${plan.version}.pdf`;
