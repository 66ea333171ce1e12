import { givenText } from '~/platform/http/given-text';
import { z } from 'zod';
import type { Member } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import type { Answered } from './answered';
import { listPeople } from '~/suppliers/ownership/list-people.server';
import { formatList } from '~/ui/format';
import { formFailure } from '~/platform/forms/parse-form';
import { type AddedNote, addNote, type NoteRefusal } from './add-note.server';
import { type EditedNote, editNote } from './edit-note.server';
import { editMinutes, longestNote } from './note-text';
import { removeNote } from './remove-note.server';
import { screenText } from './screen-text';

type Caller = Pick<Member, 'user' | 'inOrganization' | 'can'>;

/** Handles one form of a supplier's notes: add, edit or remove. */
export async function handleNoteAction(member: Caller, act: { partyId: string; form: FormData; now: Date }): Promise<Answered> {
  const { partyId, form, now } = act;
  const userId = member.user.id;
  const intent = form.get('intent');
  const noteId = z.uuid().safeParse(form.get('noteId')).data;
  if (intent === 'remove-note') {
    if (!noteId) return { kind: 'unknown' };
    const mayRemoveOthers = member.can('edit:supplier');
    const isDone = await member.inOrganization((db) => removeNote(db, { partyId, noteId, userId, mayRemoveOthers }));
    return isDone ? { kind: 'done', text: m.notes_removed() } : { kind: 'unknown' };
  }
  if (intent !== 'add-note' && !(intent === 'edit-note' && noteId)) return { kind: 'unknown' };
  const name = noteId && intent === 'edit-note' ? `edit-note:${noteId}` : 'add-note';
  const text = givenText(form, 'text');
  const failed = (error: string): Answered => ({ kind: 'failed', form: name, failure: formFailure(form, { text: [error] }) });
  const sentence = screenText(form, text, await member.inOrganization(listPeople));
  if (sentence) return { kind: 'failed', form: name, failure: formFailure(form, { text: [sentence], screened: [] }) };
  const answer = await member.inOrganization<AddedNote | EditedNote>((db) =>
    noteId && intent === 'edit-note' ? editNote(db, { partyId, noteId, text, userId, now }) : addNote(db, { partyId, text, userId, now }),
  );
  switch (answer.kind) {
    case 'refused':
      return failed(refusalLabel(answer));
    case 'unknown':
      return { kind: 'unknown' };
    case 'added':
      return { kind: 'done', text: m.notes_added() };
    case 'edited':
      return { kind: 'done', text: m.notes_edited() };
  }
}

function refusalLabel(refusal: NoteRefusal): string {
  switch (refusal.code) {
    case 'text-missing':
      return m.notes_problem_text();
    case 'text-too-long':
      return m.notes_problem_long({ count: longestNote });
    case 'too-late':
      return m.notes_problem_late({ minutes: editMinutes });
    case 'unknown-mention':
      return m.notes_problem_mention({ names: formatList(refusal.names.map((name) => `@${name}`)) });
  }
}
