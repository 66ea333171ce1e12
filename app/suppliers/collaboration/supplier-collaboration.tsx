import { Link } from '@remix-run/react';
import type { SerializeFrom } from '@remix-run/node';
import type { ReactNode } from 'react';
import { ContactPeopleLine } from '~/suppliers/contact-people/contact-people';
import { NoteForm } from '~/suppliers/notes/note-form';
import { NoteList } from '~/suppliers/notes/note-list';
import { ContactLine, FollowButton, OwnerLine } from '~/suppliers/ownership/owner-forms';
import { TagLine } from '~/suppliers/tags/tag-forms';
import { TaskForm } from '~/suppliers/tasks/task-fields';
import { TaskList } from '~/suppliers/tasks/task-list';
import { m } from '~/paraglide/messages';
import { Dialog } from '~/ui/dialog';
import { Section } from '~/ui/page-header';
import type { Collaboration } from './read-collaboration.server';

/** Who works on a supplier and what is under way: owner, contact, tags, open tasks, newest notes. For the side of its overview. `page`: the supplier's address. */
export function SupplierCollaboration({
  collaboration,
  base,
  page,
}: {
  collaboration: SerializeFrom<Collaboration>;
  base: string;
  page: string;
}) {
  const { owner, contact, contactPeople, tags, allTags, isFollowed, counts, tasks, notes, people, ownUserId, may } = collaboration;
  return (
    <Section
      title={m.notes_panel()}
      id="collaboration"
      actions={<FollowButton isFollowed={isFollowed} followers={counts.followers} action={`${page}/follow`} />}
    >
      <div className="grid gap-6">
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2">
          <OwnerLine owner={owner} people={people} action={`${page}/owner`} mayAssign={may.assign} />
          <ContactLine contact={contact} action={`${page}/contact`} mayEdit={may.contact} />
          <ContactPeopleLine people={contactPeople} action={`${page}/contact`} mayErase={may.contact} />
          <TagLine tags={tags} suggestions={allTags} action={`${page}/tags`} listHref={`${base}/suppliers`} mayEdit={may.tag} />
        </dl>
        <Part
          title={m.tasks_title()}
          act={
            may.task && (
              <Dialog trigger={m.tasks_add()} title={m.tasks_add()} size="sm" icon="add">
                <TaskForm action={`${page}/tasks`} people={people} ownUserId={ownUserId} isFromOverview />
              </Dialog>
            )
          }
        >
          {tasks.length === 0 ? (
            <p className="text-muted">{m.tasks_none_open()}</p>
          ) : (
            <TaskList tasks={tasks} base={base} back={page} mayEdit={may.task} />
          )}
          {counts.tasks > tasks.length && <Link to={`${page}/tasks`}>{m.tasks_all_of({ count: counts.tasks })}</Link>}
        </Part>
        <Part
          title={m.notes_title()}
          act={
            may.note && (
              <Dialog trigger={m.notes_add()} title={m.notes_add()} size="sm" icon="add">
                <NoteForm action={`${page}/notes`} people={people} isFromOverview />
              </Dialog>
            )
          }
        >
          {notes.length === 0 ? (
            <p className="text-muted">{may.note ? m.notes_none() : m.notes_none_read()}</p>
          ) : (
            <NoteList notes={notes} action={`${page}/notes`} people={people} isFromOverview />
          )}
          {counts.notes > notes.length && <Link to={`${page}/notes`}>{m.notes_all({ count: counts.notes })}</Link>}
        </Part>
      </div>
    </Section>
  );
}

function Part({ title, act, children }: { title: string; act: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3>{title}</h3>
        {act}
      </div>
      {children}
    </div>
  );
}
