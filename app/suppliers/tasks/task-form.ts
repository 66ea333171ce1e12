import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { enteredDay } from '~/platform/forms/entered-day';
import { parseTableState, type TableSpec } from '~/ui/table-state';

export const longestTitle = 300;

/** The form of a task. */
export const taskForm = z.object({
  title: z
    .string({ error: () => m.tasks_problem_title() })
    .trim()
    .min(1, { error: () => m.tasks_problem_title() })
    .max(longestTitle, { error: () => m.tasks_problem_title_long({ count: longestTitle }) })
    .transform((title) => title.normalize('NFC').replace(/\s+/gu, ' ')),
  dueOn: enteredDay(() => m.tasks_problem_due()),
  assigneeId: z
    .uuid({ error: () => m.tasks_problem_assignee() })
    .nullable()
    .default(null),
});
export type TaskFields = z.output<typeof taskForm>;

export const taskStatuses = ['open', 'done'] as const;
export const taskSorts = ['due', 'supplier', 'assignee', 'created'] as const;
export type TaskSort = (typeof taskSorts)[number];

export const taskTable: TableSpec = {
  sorts: taskSorts,
  defaultSort: { key: 'due', direction: 'ascending' },
  filters: { status: taskStatuses, who: 'any', when: ['overdue', 'week'], supplier: 'any' },
};

export type TaskFilter = {
  status?: string | undefined;
  /** mine, none (without an assignee), or the id of a member. */
  who?: string | undefined;
  /** overdue, or week: open and due within seven days, or late. */
  when?: string | undefined;
  supplierPublicId?: string | undefined;
  partyId?: string | undefined;
  sort?: { key: string; direction: 'ascending' | 'descending' } | undefined;
};

const whoSchema = z.union([z.enum(['mine', 'none']), z.uuid()]);

/** What an address asks of the tasks; whatever is unknown is left out. Open ones unless it says otherwise. */
export function readTaskFilter(search: URLSearchParams): TaskFilter {
  const { filters, sort } = parseTableState(search, taskTable);
  return {
    status: filters.status?.[0] ?? (search.get('status') === 'all' ? undefined : 'open'),
    who: whoSchema.safeParse(filters.who?.[0]).data,
    when: filters.when?.[0],
    supplierPublicId: filters.supplier?.[0],
    sort,
  };
}
