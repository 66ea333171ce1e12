import { z } from 'zod';
import type { Member } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import type { Answered } from '~/suppliers/notes/answered';
import { screenText } from '~/suppliers/notes/screen-text';
import { listPeople } from '~/suppliers/ownership/list-people.server';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { addTask } from './add-task.server';
import { completeTask } from './complete-task.server';
import { editTask } from './edit-task.server';
import { removeTask } from './remove-task.server';
import { taskForm } from './task-form';

type Caller = Pick<Member, 'user' | 'inOrganization' | 'can'>;

/** Handles a form about one task: edit, complete, reopen or remove. */
export async function handleTaskAction(member: Caller, act: { form: FormData; now: Date }): Promise<Answered> {
  const { form, now } = act;
  const userId = member.user.id;
  const taskId = z.uuid().safeParse(form.get('taskId')).data;
  if (!taskId) return { kind: 'unknown' };
  switch (form.get('intent')) {
    case 'complete-task':
    case 'reopen-task': {
      const isDone = form.get('intent') === 'complete-task';
      const isChanged = await member.inOrganization((db) => completeTask(db, { taskId, isDone, userId, now }));
      return isChanged ? { kind: 'done', text: isDone ? m.tasks_completed() : m.tasks_reopened() } : { kind: 'unknown' };
    }
    case 'remove-task': {
      const mayRemoveOthers = member.can('edit:supplier');
      const isRemoved = await member.inOrganization((db) => removeTask(db, { taskId, userId, mayRemoveOthers }));
      return isRemoved ? { kind: 'done', text: m.tasks_removed() } : { kind: 'unknown' };
    }
    case 'edit-task':
      return writeTask(member, form, (fields) => member.inOrganization((db) => editTask(db, { taskId, fields, userId, now })));
    default:
      return { kind: 'unknown' };
  }
}

/** Handles the form of a new task about a supplier. */
export async function handleNewTaskAction(member: Caller, act: { partyId: string; form: FormData; now: Date }): Promise<Answered> {
  const { partyId, form, now } = act;
  if (form.get('intent') !== 'add-task') return { kind: 'unknown' };
  const userId = member.user.id;
  return writeTask(member, form, (fields) => member.inOrganization((db) => addTask(db, { partyId, fields, userId, now })));
}

type Written = { kind: 'added' | 'edited' | 'unknown' } | { kind: 'refused'; code: 'no-member' };

async function writeTask(
  member: Caller,
  form: FormData,
  write: (fields: z.output<typeof taskForm>) => Promise<Written>,
): Promise<Answered> {
  const name = String(form.get('intent'));
  const read = parseForm(form, taskForm);
  if (!read.ok) return { kind: 'failed', form: name, failure: read };
  const sentence = screenText(form, read.value.title, await member.inOrganization(listPeople));
  if (sentence) return { kind: 'failed', form: name, failure: formFailure(form, { title: [sentence], screened: [] }) };
  const answer = await write(read.value);
  switch (answer.kind) {
    case 'refused':
      return { kind: 'failed', form: name, failure: formFailure(form, { assigneeId: [m.tasks_problem_assignee()] }) };
    case 'unknown':
      return { kind: 'unknown' };
    case 'added':
      return { kind: 'done', text: m.tasks_added() };
    case 'edited':
      return { kind: 'done', text: m.tasks_edited() };
  }
}
