import type { SerializeFrom } from '@remix-run/node';
import { Link, useSearchParams } from '@remix-run/react';
import { NoteForm } from '~/suppliers/notes/note-form';
import { NoteList } from '~/suppliers/notes/note-list';
import { TaskForm } from '~/suppliers/tasks/task-fields';
import { TaskList } from '~/suppliers/tasks/task-list';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';
import { pageHref } from '~/ui/table-state';
import type { FormFailure } from '~/web/forms';
import type { NotesAndTasks } from './read-notes-and-tasks.server';

/** All notes and tasks of a supplier, with the forms that add to them. `refused`: the form that was not accepted. */
export function NotesAndTasksPage({
  content,
  refused,
}: {
  content: SerializeFrom<NotesAndTasks> & { base: string; page: string };
  refused: { form: string; failure: FormFailure } | null | undefined;
}) {
  const { open, done, notes, next, isFirst, people, ownUserId, may, base, page } = content;
  const [params] = useSearchParams();
  const failureOf = (form: string) => (refused?.form === form ? refused.failure : undefined);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-2 [&>section]:mt-0">
      <Section title={m.notes_title()} id="notes">
        {may.note && (
          <div className="mb-6" data-print="none">
            <NoteForm action={`${page}/notes`} people={people} failure={failureOf('add-note')} />
          </div>
        )}
        {notes.length === 0 ? (
          <p className="text-muted">{may.note ? m.notes_none() : m.notes_none_read()}</p>
        ) : (
          <NoteList notes={notes} action={`${page}/notes`} people={people} refused={refused} />
        )}
        <p className="mt-4 flex gap-4">
          {!isFirst && <Link to={pageHref(params, null)}>{m.notes_newest()}</Link>}
          {next && <Link to={`${page}/notes?before=${next}`}>{m.notes_older()}</Link>}
        </p>
      </Section>
      <Section title={m.tasks_title()} id="tasks" actions={<Link to={`${base}/tasks`}>{m.tasks_all()}</Link>}>
        {may.task && (
          <div className="mb-6" data-print="none">
            <TaskForm action={`${page}/tasks`} people={people} ownUserId={ownUserId} failure={failureOf('add-task')} />
          </div>
        )}
        {open.length === 0 ? (
          <p className="text-muted">{m.tasks_none_open()}</p>
        ) : (
          <TaskList tasks={open} base={base} back={`${page}/tasks`} mayEdit={may.task} />
        )}
        {done.length > 0 && (
          <details className="mt-6">
            <summary className="cursor-pointer text-accent">{m.tasks_status_done()}</summary>
            <div className="mt-3">
              <TaskList tasks={done} base={base} back={`${page}/tasks`} mayEdit={may.task} />
            </div>
          </details>
        )}
      </Section>
    </div>
  );
}
