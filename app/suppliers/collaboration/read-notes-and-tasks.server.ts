import { z } from 'zod';
import type { Member } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { listNotes } from '~/suppliers/notes/list-notes.server';
import { listPeople } from '~/suppliers/ownership/list-people.server';
import { listTasks } from '~/suppliers/tasks/list-tasks.server';

/** The notes of a supplier, 30 a page, its open tasks and the newest that are done. `before`: the note after which the page begins. */
export async function readNotesAndTasks(
  db: TenantDb,
  options: { partyId: string; member: Pick<Member, 'user' | 'can'>; now: Date; before: string | null },
) {
  const { partyId, member, now } = options;
  const userId = member.user.id;
  const of = { partyId, userId, today: now.toISOString().slice(0, 10) };
  const before = z.uuid().safeParse(options.before).data;
  const may = { note: member.can('write:note'), task: member.can('edit:task') };
  const reader = { userId, mayWrite: may.note, mayRemoveOthers: member.can('edit:supplier') };
  const { notes, next } = await listNotes(db, { partyId, reader, now, take: 30, ...(before ? { before } : {}) });
  const newest = { key: 'due', direction: 'descending' } as const;
  return {
    notes,
    next,
    isFirst: before === undefined,
    open: (await listTasks(db, { ...of, status: 'open', take: 100 })).rows,
    done: (await listTasks(db, { ...of, status: 'done', sort: newest, take: 30 })).rows,
    people: await listPeople(db),
    ownUserId: userId,
    may,
  };
}
export type NotesAndTasks = Awaited<ReturnType<typeof readNotesAndTasks>>;
