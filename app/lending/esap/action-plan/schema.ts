import { z } from 'zod';
import { memberLocales } from '~/locales/member-locales';

const pairs = z.array(z.tuple([z.string(), z.string()]));

/** Everything that the PDF of an action plan prints, in its language. */
export const planReportSchema = z.strictObject({
  format: z.literal('action-plan-report/1'),
  locale: z.enum(memberLocales),
  preparedOn: z.iso.date(),
  title: z.string().min(1),
  subject: z.string().min(1),
  head: z.string(),
  foot: z.string(),
  /** Title and status of the plan. */
  facts: pairs,
  /** Costs by currency, and how many lines say none. */
  totals: z.strictObject({ title: z.string(), rows: pairs, note: z.string() }),
  overview: z.strictObject({ title: z.string(), head: z.array(z.string()).length(6), rows: z.array(z.array(z.string()).length(6)) }),
  lines: z.strictObject({ title: z.string(), items: z.array(z.strictObject({ title: z.string(), rows: pairs })) }),
  dropped: z.strictObject({ title: z.string(), items: z.array(z.strictObject({ lead: z.string(), text: z.string() })) }),
});
export type PlanReport = z.infer<typeof planReportSchema>;
