import { PersonField } from '~/platform/forms/person-field';
import { PersonalDataHint } from '~/platform/privacy/personal-data-hint';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Checkbox, Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { checkboxOf, type FormFailure, fieldOf } from '~/ui/form-values';
import { longestTitle } from './task-form';

type Saved = { id: string; title: string; dueOn: string; assigneeId: string | null };

/** The form of a new task, or of one that is changed. `action`: where it is sent; a new task is its writer's unless chosen otherwise. */
export function TaskForm({
  action,
  people,
  ownUserId,
  failure,
  task,
  isFromOverview = false,
}: {
  action: string;
  people: readonly { userId: string; name: string; email: string }[];
  ownUserId: string;
  failure?: FormFailure | undefined;
  task?: Saved;
  isFromOverview?: boolean;
}) {
  return (
    <Form method="post" action={action} noValidate className="grid max-w-prose gap-3">
      <ErrorSummary errors={failure?.errors} />
      {task && <input type="hidden" name="taskId" value={task.id} />}
      {isFromOverview && <input type="hidden" name="from" value="overview" />}
      <div>
        <Field label={m.tasks_word()} hint={m.tasks_hint()} maxLength={longestTitle} {...fieldOf(failure, 'title', task?.title)} />
        <PersonalDataHint />
      </div>
      {failure?.errors.screened && <Checkbox label={m.notes_screened()} {...checkboxOf(failure, 'screened')} />}
      <div className="grid gap-3 sm:grid-cols-2">
        <Field type="date" label={m.tasks_due()} {...fieldOf(failure, 'dueOn', task?.dueOn)} />
        <PersonField
          label={m.tasks_assignee()}
          empty={m.tasks_unassigned()}
          people={people.map(({ userId, ...person }) => ({ id: userId, ...person }))}
          offersInvitation
          {...fieldOf(failure, 'assigneeId', task ? task.assigneeId : ownUserId)}
        />
      </div>
      <div>
        <Button name="intent" value={task ? 'edit-task' : 'add-task'} variant="primary">
          {task ? m.tasks_save() : m.tasks_add()}
        </Button>
      </div>
    </Form>
  );
}
