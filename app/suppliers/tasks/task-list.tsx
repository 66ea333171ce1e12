import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatDate } from '~/ui/format';
import { Icon } from '~/ui/icon';
import type { TaskRow } from './list-tasks.server';

/** When a task is due, and by how much it is late. */
export function TaskDue({ dueOn, daysLate }: Pick<TaskRow, 'dueOn' | 'daysLate'>) {
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <time dateTime={dueOn}>{formatDate(dueOn)}</time>
      {daysLate > 0 && (
        <span className="inline-flex items-center gap-1 font-semibold text-danger">
          <Icon name="clock" className="size-3" />
          {m.tasks_late({ count: daysLate })}
        </span>
      )}
    </span>
  );
}

/** The button that completes an open task, or reopens a done one. `back`: the page that the act returns to, where that is not the list of all tasks. */
export function CompleteButton({ task, base, back }: { task: Pick<TaskRow, 'id' | 'title' | 'doneOn'>; base: string; back?: string }) {
  const isDone = task.doneOn !== null;
  return (
    <Form method="post" action={`${base}/tasks`} data-print="none">
      <input type="hidden" name="taskId" value={task.id} />
      {back && <input type="hidden" name="back" value={back} />}
      <Button
        name="intent"
        value={isDone ? 'reopen-task' : 'complete-task'}
        size="sm"
        icon={isDone ? undefined : 'check'}
        variant={isDone ? 'quiet' : 'secondary'}
        aria-label={isDone ? m.tasks_reopen_named({ title: task.title }) : m.tasks_complete_named({ title: task.title })}
      >
        {isDone ? m.tasks_reopen() : m.tasks_complete()}
      </Button>
    </Form>
  );
}

/** The tasks of one supplier as a list. */
export function TaskList({ tasks, base, back, mayEdit }: { tasks: readonly TaskRow[]; base: string; back: string; mayEdit: boolean }) {
  return (
    <ul className="grid gap-3">
      {tasks.map((task) => (
        <li key={task.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
          <div className="min-w-0 grow basis-48">
            <Link to={`${base}/tasks/${task.id}`} className="break-words">
              {task.title}
            </Link>
            <p className="flex flex-wrap gap-x-2 text-xs text-muted">
              <bdi>{task.assignee ?? m.tasks_unassigned()}</bdi>
              <TaskDue {...task} />
            </p>
          </div>
          {mayEdit && <CompleteButton task={task} base={base} back={back} />}
        </li>
      ))}
    </ul>
  );
}
