import { isRole, type Role } from '~/access/permissions';
import type { TenantDb } from '~/access/tenant-db.server';
import { addNote } from '~/suppliers/notes/add-note.server';
import { createTag } from '~/suppliers/tags/create-tag.server';
import { addTask } from '~/suppliers/tasks/add-task.server';
import { completeTask } from '~/suppliers/tasks/complete-task.server';
import { followers, notes, owners, tags, tasks } from './collaboration-story';
import { recordedOn } from './recorded-on';

const day = 86_400_000;

/** Owners, tags, followers, notes and tasks of the demonstration, each written by the member whom the story names. */
export async function collaborateDemonstration(db: TenantDb, { idOf, now }: { idOf: (key: string) => string; now: Date }): Promise<void> {
  const at = (days: number) => new Date(now.getTime() + days * day);
  const members = await db.membership.findMany({ select: { userId: true, role: true } });
  const byRole = new Map<Role, string>(members.flatMap(({ userId, role }) => (isRole(role) ? [[role, userId] as const] : [])));
  const person = (role: Role): string => {
    const userId = byRole.get(role);
    if (!userId) throw new Error(`The demonstration has no ${role}`);
    return userId;
  };
  for (const [role, keys] of Object.entries(owners))
    if (isRole(role)) await db.supplier.updateMany({ where: { partyId: { in: keys.map(idOf) } }, data: { ownerId: person(role) } });
  for (const [role, keys] of Object.entries(followers))
    if (isRole(role)) await db.supplierFollower.createMany({ data: keys.map((key) => ({ partyId: idOf(key), userId: person(role) })) });
  for (const [name, keys] of Object.entries(tags)) {
    const tag = await createTag(db, { name, userId: person('manager') });
    if (tag.kind === 'refused') throw new Error(`The demonstration could not create a tag: ${tag.code}`);
    await db.supplierTag.createMany({
      data: keys.map((key) => ({ partyId: idOf(key), tagId: tag.tagId, addedById: person('manager'), addedAt: at(-90) })),
    });
  }
  for (const { about, by, day: days, text } of notes) {
    const written = { partyId: idOf(about), text, userId: person(by), now: at(days) };
    const added = await addNote(recordedOn(db, at(days)), written);
    if (added.kind === 'refused') throw new Error(`The demonstration could not add a note: ${added.code}`);
  }
  for (const { about, by, for: assignee, added: days, due, title, done } of tasks) {
    const fields = { title, dueOn: at(due).toISOString().slice(0, 10), assigneeId: assignee && person(assignee) };
    const added = await addTask(recordedOn(db, at(days)), { partyId: idOf(about), fields, userId: person(by), now: at(days) });
    if (added.kind === 'refused') throw new Error(`The demonstration could not add a task: ${added.code}`);
    if (done !== undefined)
      await completeTask(recordedOn(db, at(done)), {
        ...{ taskId: added.taskId, isDone: true, userId: person(assignee ?? by), now: at(done) },
      });
  }
}
