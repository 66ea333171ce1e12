import { z } from 'zod';
import { choice } from '~/lending/deal-record/choice';
import { m } from '~/paraglide/messages';
import { pastDay } from '~/platform/forms/entered-day';
import { type Check, knowns, purposes, verdicts, yesNo } from './independence-lists';

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: () => m.consultant_independence_problem_long() })
    .optional()
    .default('');
const needed = (most: number) => words(most).refine((text) => text !== '', { error: () => m.consultant_independence_problem_words() });

/** The form of a consultant. Each tie is described in free text, and the requirement has a reason. */
export const checkForm = z
  .object({
    name: needed(200),
    firm: needed(200),
    purpose: z.enum(purposes, choice(m.consultant_independence_purpose)),
    isRequired: z.enum(yesNo, choice(m.consultant_independence_is_required)),
    requiredReason: needed(2_000),
    paidBy: needed(2_000),
    earlierWork: needed(2_000),
    financialInterest: needed(2_000),
    ownDocuments: needed(2_000),
    otherTies: needed(2_000),
    isShared: z.enum(knowns, choice(m.consultant_independence_shared)),
    reportOn: pastDay(() => m.monitoring_problem_day())
      .optional()
      .transform((value) => value ?? null),
    conclusions: words(4_000),
  })
  .refine(({ reportOn, conclusions }) => reportOn !== null || conclusions === '', {
    path: ['reportOn'],
    error: () => m.consultant_independence_problem_report(),
  })
  .transform((check): Check => check);

export const verdictForm = z.object({ verdict: z.enum(verdicts, choice(m.consultant_independence_verdict)), reason: needed(2_000) });
