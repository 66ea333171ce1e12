import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { textParts } from './find-mentions';
import { mayEditNote } from './note-text';

export type ShownNote = {
  id: string;
  text: string;
  parts: { text: string; isMention: boolean }[];
  /** Null when the account is gone. */
  author: string | null;
  createdAt: Date;
  editedAt: Date | null;
  mayEdit: boolean;
  mayRemove: boolean;
};

/** The notes of a supplier, the newest first. `before`: the id of the note after which the page begins. */
export async function listNotes(
  db: TenantDb,
  options: {
    partyId: string;
    reader: { userId: string; mayWrite: boolean; mayRemoveOthers: boolean };
    now: Date;
    take: number;
    before?: string;
  },
): Promise<{ notes: ShownNote[]; next: string | null }> {
  const { partyId, reader, now, take } = options;
  const from = options.before
    ? await db.note.findFirst({ where: { id: options.before, partyId }, select: { id: true, createdAt: true } })
    : null;
  const rows = await db.note.findMany({
    where: {
      partyId,
      ...(from ? { OR: [{ createdAt: { lt: from.createdAt } }, { createdAt: from.createdAt, id: { lt: from.id } }] } : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: take + 1,
    select: { id: true, text: true, authorId: true, createdAt: true, editedAt: true, mentions: { select: { start: true, length: true } } },
  });
  const names = await namePeople(
    db,
    rows.map(({ authorId }) => authorId),
  );
  const notes = rows.slice(0, take).map(({ authorId, mentions, ...note }) => ({
    ...note,
    parts: textParts(note.text, mentions),
    author: names.get(authorId) ?? null,
    mayEdit: reader.mayWrite && mayEditNote({ authorId, createdAt: note.createdAt }, { userId: reader.userId, now }),
    mayRemove: reader.mayWrite && (reader.mayRemoveOthers || authorId === reader.userId),
  }));
  return { notes, next: rows.length > take ? (notes.at(-1)?.id ?? null) : null };
}
