import type { Member } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { listContactPeople } from '~/suppliers/contact-people/list-contact-people.server';
import { listNotes } from '~/suppliers/notes/list-notes.server';
import { listPeople } from '~/suppliers/ownership/list-people.server';
import { listTags } from '~/suppliers/tags/list-tags.server';
import { listTasks } from '~/suppliers/tasks/list-tasks.server';

const shownTasks = 5;
const shownNotes = 3;

/** Who works on a supplier and what is under way: owner, contact, tags, the next open tasks and the newest notes. Ten queries. */
export async function readCollaboration(db: TenantDb, options: { partyId: string; member: Pick<Member, 'user' | 'can'>; now: Date }) {
  const { partyId, member, now } = options;
  const userId = member.user.id;
  const today = now.toISOString().slice(0, 10);
  const supplier = await db.supplier.findFirst({
    where: { partyId },
    select: {
      ownerId: true,
      contact: { select: { email: true, wrongAt: true } },
      tags: { select: { tag: { select: { id: true, name: true } } }, orderBy: { tag: { nameKey: 'asc' } } },
      followers: { where: { userId }, select: { id: true } },
      _count: { select: { notes: true, followers: true, tasks: { where: { doneAt: null } } } },
    },
  });
  const may = {
    note: member.can('write:note'),
    task: member.can('edit:task'),
    tag: member.can('edit:tag'),
    assign: member.can('assign:supplier'),
    contact: member.can('ask:supplier'),
  };
  const people = await listPeople(db);
  const tasks = await listTasks(db, { partyId, status: 'open', userId, today, take: shownTasks });
  const reader = { userId, mayWrite: may.note, mayRemoveOthers: member.can('edit:supplier') };
  const { notes } = await listNotes(db, { partyId, reader, now, take: shownNotes });
  return {
    owner: people.find((person) => person.userId === supplier?.ownerId) ?? null,
    contact: supplier?.contact ? { email: supplier.contact.email, isWrong: supplier.contact.wrongAt !== null } : null,
    contactPeople: await listContactPeople(db, partyId),
    tags: supplier?.tags.map(({ tag }) => tag) ?? [],
    allTags: may.tag ? (await listTags(db)).map(({ name }) => name) : [],
    isFollowed: (supplier?.followers.length ?? 0) > 0,
    counts: {
      notes: supplier?._count.notes ?? 0,
      tasks: supplier?._count.tasks ?? 0,
      followers: supplier?._count.followers ?? 0,
    },
    tasks: tasks.rows,
    notes,
    people,
    ownUserId: userId,
    today,
    may,
  };
}
export type Collaboration = Awaited<ReturnType<typeof readCollaboration>>;
