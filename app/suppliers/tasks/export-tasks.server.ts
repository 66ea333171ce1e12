import type { InOrganization } from '~/access/tenant-db.server';
import { csvLine } from '~/platform/lists/csv';
import { listTasks, type TaskRow } from './list-tasks.server';
import type { TaskFilter } from './task-form';

const columns = {
  id: ({ id }) => id,
  supplier: ({ supplier }) => supplier,
  public_id: ({ publicId }) => publicId,
  task: ({ title }) => title,
  due_on: ({ dueOn }) => dueOn,
  days_overdue: ({ daysLate }) => daysLate,
  assignee: ({ assignee }) => assignee,
  created_by: ({ createdBy }) => createdBy,
  created_on: ({ createdOn }) => createdOn,
  status: ({ doneOn }) => (doneOn === null ? 'open' : 'done'),
  done_by: ({ doneBy }) => doneBy,
  done_on: ({ doneOn }) => doneOn,
} satisfies Record<string, (row: TaskRow) => string | number | null>;

/** All filtered tasks, in order, as CSV with a byte order mark; streamed page by page. */
export function exportTasks(
  inOrganization: InOrganization,
  options: { filter: TaskFilter; userId: string; today: string; base: string },
): ReadableStream<Uint8Array> {
  const { filter, userId, today, base } = options;
  const encoder = new TextEncoder();
  let cursor: string | undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`\ufeff${csvLine([...Object.keys(columns), 'link'])}`));
    },
    async pull(controller) {
      const { rows, next } = await inOrganization((db) => listTasks(db, { ...filter, userId, today, cursor, take: 1_000 }));
      const lines = rows.map((row) => csvLine([...Object.values(columns).map((cell) => cell(row)), `${base}/tasks/${row.id}`]));
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join('')));
      if (next) cursor = next;
      else controller.close();
    },
  });
}
