import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { notify } from '~/platform/notifications/notify.server';
import { listPeople } from '~/suppliers/ownership/list-people.server';
import { findMentions } from './find-mentions';
import { readNoteText } from './note-text';

export type NoteRefusal =
  | { kind: 'refused'; code: 'text-missing' | 'text-too-long' | 'too-late' }
  | { kind: 'refused'; code: 'unknown-mention'; names: string[] };
export type AddedNote = { kind: 'added'; noteId: string } | NoteRefusal;

/** Adds a note to a supplier, with the members that it mentions, who are notified. The activity says that it was added, and has nothing of its text. */
export async function addNote(db: TenantDb, options: { partyId: string; text: string; userId: string; now: Date }): Promise<AddedNote> {
  const { partyId, userId, now } = options;
  const read = readNoteText(options.text);
  if (read.kind === 'refused') return read;
  const { mentions, unknown } = findMentions(read.text, await listPeople(db));
  if (unknown.length > 0) return { kind: 'refused', code: 'unknown-mention', names: unknown };
  const { id } = await db.note.create({ data: { partyId, text: read.text, authorId: userId, createdAt: now }, select: { id: true } });
  await db.noteMention.createMany({ data: mentions.map((mention) => ({ ...mention, noteId: id })) });
  await recordActivity(db, { recordKind: 'supplier', recordId: partyId, act: 'add-note', userId });
  await notify(db, {
    ...{ event: 'note-mention', recordId: id, partyId, causedById: userId, now },
    recipients: mentions.map((mention) => mention.userId),
  });
  return { kind: 'added', noteId: id };
}
