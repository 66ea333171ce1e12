import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { listPeople } from '~/suppliers/ownership/list-people.server';
import { handleTaskAction } from '~/suppliers/tasks/handle-task-action.server';
import { readTask } from '~/suppliers/tasks/read-task.server';
import { TaskForm } from '~/suppliers/tasks/task-fields';
import { CompleteButton } from '~/suppliers/tasks/task-list';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { Form } from '~/ui/form';
import { formatDate } from '~/ui/format';
import { PageHeader } from '~/ui/page-header';
import { readForm } from '~/platform/forms/read-form.server';
import { param } from '~/platform/http/param.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const read = await member.inOrganization(async (db) => {
    const task = await readTask(db, params.taskId);
    return task ? { task, people: await listPeople(db) } : null;
  });
  if (!read) throw notFound();
  const mayEdit = member.can('edit:task');
  return {
    ...read,
    ownUserId: member.user.id,
    mayEdit,
    mayRemove: mayEdit && (read.task.createdById === member.user.id || member.can('edit:supplier')),
    base: `/o/${member.organization.slug}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:task');
  const form = await readForm(request);
  form.set('taskId', param(params, 'taskId'));
  const answer = await handleTaskAction(member, { form, now: new Date(Date.now()) });
  if (answer.kind === 'unknown') throw notFound();
  if (answer.kind === 'failed') return data(answer, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/tasks`, { tone: 'success', text: answer.text });
}

export const meta: MetaFunction<typeof loader> = ({ data: read }) => [{ title: `${read?.task.title ?? m.tasks_word()} · Manumit` }];

export default function TaskPage() {
  const { task, people, ownUserId, mayEdit, mayRemove, base } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const page = `${base}/tasks/${task.id}`;
  const supplierPage = `${base}/suppliers/${task.supplier.publicId}`;
  const name = task.createdBy ?? m.notes_no_author();
  return (
    <>
      <PageHeader
        title={task.title}
        breadcrumbs={[{ label: m.tasks_title(), to: `${base}/tasks` }, { label: task.title }]}
        meta={
          <>
            <Link to={supplierPage}>{task.supplier.name}</Link>
            <span>{m.tasks_due_on({ day: formatDate(task.dueOn) })}</span>
            <bdi>{task.assignee ?? m.tasks_unassigned()}</bdi>
            <span>{m.tasks_created_by({ name, day: formatDate(task.createdAt) })}</span>
            {task.doneOn && <span>{m.tasks_done_by({ name: task.doneBy ?? m.notes_no_author(), day: formatDate(task.doneOn) })}</span>}
          </>
        }
        actions={
          <>
            {mayEdit && <CompleteButton task={task} base={base} back={page} />}
            {mayRemove && (
              <Dialog trigger={m.tasks_remove()} title={m.tasks_remove()} variant="quiet">
                <Form method="post" className="grid gap-4">
                  <p>{m.tasks_remove_text()}</p>
                  <div>
                    <Button name="intent" value="remove-task" variant="danger">
                      {m.tasks_remove()}
                    </Button>
                  </div>
                </Form>
              </Dialog>
            )}
          </>
        }
      />
      {mayEdit && task.doneOn === null && (
        <TaskForm action={page} people={people} ownUserId={ownUserId} task={task} failure={refused?.failure} />
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
