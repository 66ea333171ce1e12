import { namePeople } from '~/platform/activity/name-people.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

/** Deletes a note with its text: its author, or who may remove those of others. False where there is none. Who wrote and who removed it remains in the activity. */
export async function removeNote(
  db: TenantDb,
  options: { partyId: string; noteId: string; userId: string; mayRemoveOthers: boolean },
): Promise<boolean> {
  const { partyId, noteId, userId, mayRemoveOthers } = options;
  const where = { id: noteId, partyId, ...(mayRemoveOthers ? {} : { authorId: userId }) };
  const note = await db.note.findFirst({ where, select: { authorId: true } });
  if (!note) return false;
  await db.note.deleteMany({ where });
  const author = (await namePeople(db, [note.authorId])).get(note.authorId) ?? null;
  await recordActivity(db, { recordKind: 'supplier', recordId: partyId, act: 'remove-note', userId, before: { author } });
  return true;
}
