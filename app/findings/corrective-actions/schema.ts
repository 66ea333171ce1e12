import { z } from 'zod';
import { currencyDigits, toMinor } from '~/suppliers/labour-recruiters/money';
import { m } from '~/paraglide/messages';
import { pastDay } from '~/platform/forms/entered-day';
import { parseTableState, type TableSpec } from '~/ui/table-state';
import { actionAgeKeys } from '../ageing/ages';
import { actionKinds, actionStatuses, timescales, verifications } from './action-lists';
import type { ActionFields } from './plan-action.server';

const text = (most: number) => z.string().trim().max(most).default('');
const missing = (path: string, error: () => string) => ({ path: [path], error });

/** The form of a plan. */
export const planForm = z
  .object({
    kind: z.enum(actionKinds, { error: () => m.corrective_actions_problem_kind() }),
    action: z
      .string({ error: () => m.corrective_actions_problem_action() })
      .trim()
      .min(1, { error: () => m.corrective_actions_problem_action() })
      .max(4_000),
    rootCause: text(4_000),
    owner: z
      .string({ error: () => m.corrective_actions_problem_owner() })
      .trim()
      .min(1, { error: () => m.corrective_actions_problem_owner() })
      .max(200),
    ownerMemberId: z.uuid().nullable().default(null),
    timescale: z.enum(timescales, { error: () => m.corrective_actions_problem_timescale() }),
    verification: z.enum(verifications, { error: () => m.corrective_actions_problem_verification() }),
    agreedBy: text(200),
    agreedOn: pastDay(() => m.corrective_actions_problem_day())
      .nullable()
      .default(null),
    amount: z
      .string()
      .trim()
      .regex(/^\d{1,12}(\.\d{1,3})?$/, { error: () => m.corrective_actions_problem_amount() })
      .nullable()
      .default(null),
    currency: z
      .string()
      .trim()
      .toUpperCase()
      .refine((code) => currencyDigits(code) !== null, { error: () => m.corrective_actions_problem_currency() })
      .nullable()
      .default(null),
    people: z
      .string()
      .trim()
      .regex(/^\d{1,7}$/, { error: () => m.findings_problem_people_number() })
      .nullable()
      .default(null),
  })
  .refine(
    ({ agreedBy, agreedOn }) => (agreedBy === '') === (agreedOn === null),
    missing('agreedOn', () => m.corrective_actions_problem_agreed()),
  )
  .refine(
    ({ amount, currency }) => (amount === null) === (currency === null),
    missing('currency', () => m.corrective_actions_problem_money()),
  )
  .refine(
    ({ kind, amount, people }) => kind === 'remediation' || (amount === null && people === null),
    missing('kind', () => m.corrective_actions_problem_money_kind()),
  )
  .transform(
    ({ amount, people, currency, ...fields }): ActionFields => ({
      ...fields,
      currency,
      amountMinor: amount === null || currency === null ? null : toMinor(Number(amount), currency),
      people: people === null ? null : Number(people),
    }),
  );

export const boardTable: TableSpec = {
  sorts: ['due', 'opened', 'supplier', 'owner'],
  defaultSort: { key: 'due', direction: 'ascending' },
  filters: {
    status: ['unfinished', ...actionStatuses],
    kind: actionKinds,
    when: ['overdue', 'week'],
    age: actionAgeKeys,
    supplier: 'any',
    owner: 'any',
  },
};

/** What an address asks of the actions; whatever is unknown is left out. */
export function readActionFilter(search: URLSearchParams) {
  const { filters, sort } = parseTableState(search, boardTable);
  return {
    status: filters.status?.[0],
    kind: filters.kind?.[0],
    when: filters.when?.[0],
    age: actionAgeKeys.find((age) => age === filters.age?.[0]),
    supplierPublicId: filters.supplier?.[0],
    owner: filters.owner?.[0],
    sort,
  };
}
