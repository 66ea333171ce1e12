import { z } from 'zod';
import { currencyDigits } from '~/suppliers/labour-recruiters/money';
import { m } from '~/paraglide/messages';
import { enteredDay } from '~/platform/forms/entered-day';
import { parseTableState, type TableSpec } from '~/ui/table-state';
import { readAmount } from './amount';
import { itemStatuses, milestones, type Planned } from './plan-lists';

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: () => m.esap_problem_long() })
    .optional()
    .default('');

/** The form of an item. Owner, due date, milestone and cost may be added later: unknown is not nothing. */
export const itemForm = z
  .object({
    action: z
      .string({ error: () => m.esap_problem_action() })
      .trim()
      .min(1, { error: () => m.esap_problem_action() })
      .max(4_000, { error: () => m.esap_problem_long() }),
    reason: words(4_000),
    reference: words(200),
    deliverable: words(2_000),
    owner: words(200),
    dueOn: enteredDay(() => m.deals_problem_day())
      .optional()
      .transform((value) => value ?? null),
    cost: z.string().optional(),
    currency: z
      .string()
      .trim()
      .toUpperCase()
      .refine((code) => currencyDigits(code) !== null, { error: () => m.corrective_actions_problem_currency() })
      .optional()
      .transform((value) => value ?? null),
    milestone: z
      .enum(milestones)
      .optional()
      .transform((value) => value ?? null),
    indicator: words(2_000),
  })
  .transform(({ cost, currency, ...fields }, context): Planned => {
    if (cost === undefined) return { ...fields, costMinor: null, currency: null };
    if (currency === null) context.addIssue({ code: 'custom', path: ['currency'], message: m.corrective_actions_problem_money() });
    const costMinor = currency === null ? null : readAmount(cost, currency);
    if (currency !== null && costMinor === null) context.addIssue({ code: 'custom', path: ['cost'], message: m.deals_problem_amount() });
    return { ...fields, costMinor, currency };
  });

/** What is planned, as a preview of a file carries it to its confirmation. */
export const plannedSchema = z
  .strictObject({
    action: z.string().trim().min(1).max(4_000),
    reason: z.string().max(4_000),
    reference: z.string().max(200),
    deliverable: z.string().max(2_000),
    owner: z.string().max(200),
    dueOn: enteredDay(() => m.deals_problem_day()).nullable(),
    costMinor: z.int().nonnegative().nullable(),
    currency: z
      .string()
      .refine((code) => currencyDigits(code) !== null)
      .nullable(),
    milestone: z.enum(milestones).nullable(),
    indicator: z.string().max(2_000),
  })
  .refine(({ costMinor, currency }) => (costMinor === null) === (currency === null));

const said = z
  .string({ error: () => m.esap_problem_words() })
  .trim()
  .min(1, { error: () => m.esap_problem_words() })
  .max(4_000, { error: () => m.esap_problem_long() });

/** The acts of the page of a line. */
export const itemActs = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('start') }),
  z.object({ intent: z.enum(['done', 'verify', 'reopen', 'drop', 'comment']), words: said }),
]);

/** The acts of the page of a plan. */
export const planActs = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('take-up'), key: z.string() }),
  z.object({ intent: z.literal('take-up-all') }),
  z.object({ intent: z.literal('leave-out'), key: z.string(), words: said }),
  z.object({ intent: z.literal('freeze'), note: words(2_000) }),
]);

export const planTable: TableSpec = {
  sorts: ['number', 'due', 'owner', 'milestone', 'status', 'cost'],
  defaultSort: { key: 'number', direction: 'ascending' },
  filters: { status: ['unsettled', ...itemStatuses], milestone: milestones, when: ['overdue'] },
};

/** What an address asks of the lines; whatever is unknown is left out. */
export function readItemFilter(search: URLSearchParams) {
  const { filters, sort, q } = parseTableState(search, planTable);
  return { status: filters.status?.[0], milestone: filters.milestone?.[0], isOverdue: filters.when?.[0] === 'overdue', search: q, sort };
}
export type ItemFilter = ReturnType<typeof readItemFilter>;
