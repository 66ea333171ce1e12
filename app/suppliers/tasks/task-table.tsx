import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { type Column, DataTable } from '~/ui/data-table';
import type { Sort } from '~/ui/table-state';
import { DateText } from '~/ui/values';
import type { TaskRow } from './list-tasks.server';
import { CompleteButton, TaskDue } from './task-list';

/** The tasks of the organization as a table. `back`: the address of the list as it is filtered. */
export function TaskTable({
  rows,
  base,
  back,
  sort,
  mayEdit,
  empty,
}: {
  rows: readonly TaskRow[];
  base: string;
  back: string;
  sort: Sort;
  mayEdit: boolean;
  empty: ReactNode;
}) {
  const columns: Column<TaskRow>[] = [
    {
      key: 'task',
      header: m.tasks_word(),
      isRowHeader: true,
      wraps: true,
      cell: ({ id, title }) => (
        <Link to={`${base}/tasks/${id}`} className="break-words">
          {title}
        </Link>
      ),
    },
    {
      key: 'supplier',
      header: m.tasks_supplier(),
      sortKey: 'supplier',
      wraps: 'short',
      cell: ({ supplier, publicId }) => <Link to={`${base}/suppliers/${publicId}`}>{supplier}</Link>,
    },
    { key: 'due', header: m.tasks_due(), sortKey: 'due', wraps: 'short', cell: (row) => <TaskDue {...row} /> },
    {
      key: 'assignee',
      header: m.tasks_assignee(),
      sortKey: 'assignee',
      wraps: 'short',
      cell: ({ assignee }) => assignee ?? <span className="text-muted">{m.tasks_unassigned()}</span>,
    },
    {
      key: 'created',
      header: m.tasks_created(),
      sortKey: 'created',
      isWideOnly: true,
      cell: ({ createdOn }) => <DateText value={createdOn} />,
    },
  ];
  if (mayEdit)
    columns.push({
      key: 'act',
      header: m.tasks_complete(),
      isAct: true,
      cell: (row) => <CompleteButton task={row} base={base} back={back} />,
    });
  return <DataTable caption={m.tasks_title()} columns={columns} rows={rows} rowKey={({ id }) => id} sort={sort} empty={empty} isStacked />;
}
