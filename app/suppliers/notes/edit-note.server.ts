import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { notify } from '~/platform/notifications/notify.server';
import { listPeople } from '~/suppliers/ownership/list-people.server';
import type { NoteRefusal } from './add-note.server';
import { findMentions } from './find-mentions';
import { mayEditNote, readNoteText } from './note-text';

export type EditedNote = { kind: 'edited' } | { kind: 'unknown' } | NoteRefusal;

/** Corrects a note: its author, within a quarter of an hour. The earlier text is not kept. Members that the note did not mention before are notified. */
export async function editNote(
  db: TenantDb,
  options: { partyId: string; noteId: string; text: string; userId: string; now: Date },
): Promise<EditedNote> {
  const { partyId, noteId, userId, now } = options;
  const note = await db.note.findFirst({ where: { id: noteId, partyId }, select: { authorId: true, createdAt: true } });
  if (note?.authorId !== userId) return { kind: 'unknown' };
  if (!mayEditNote(note, { userId, now })) return { kind: 'refused', code: 'too-late' };
  const read = readNoteText(options.text);
  if (read.kind === 'refused') return read;
  const { mentions, unknown } = findMentions(read.text, await listPeople(db));
  if (unknown.length > 0) return { kind: 'refused', code: 'unknown-mention', names: unknown };
  await db.note.updateMany({ where: { id: noteId }, data: { text: read.text, editedAt: now } });
  await db.noteMention.deleteMany({ where: { noteId } });
  await db.noteMention.createMany({ data: mentions.map((mention) => ({ ...mention, noteId })) });
  await recordActivity(db, { recordKind: 'supplier', recordId: partyId, act: 'edit-note', userId });
  await notify(db, {
    ...{ event: 'note-mention', recordId: noteId, partyId, causedById: userId, now },
    recipients: mentions.map((mention) => mention.userId),
  });
  return { kind: 'edited' };
}
