import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';

/** One task with its supplier and its people; null where there is none. */
export async function readTask(db: TenantDb, taskId: string | undefined) {
  const id = z.uuid().safeParse(taskId);
  if (!id.success) return null;
  const task = await db.task.findFirst({
    where: { id: id.data },
    include: { supplier: { select: { party: { select: { name: true, publicId: true } } } } },
  });
  if (!task) return null;
  const { supplier, assigneeId, createdById, doneById } = task;
  const names = await namePeople(
    db,
    [assigneeId, createdById, doneById].flatMap((userId) => userId ?? []),
  );
  const nameOf = (userId: string | null) => (userId === null ? null : (names.get(userId) ?? null));
  return {
    id: task.id,
    partyId: task.partyId,
    title: task.title,
    dueOn: task.dueOn.toISOString().slice(0, 10),
    assigneeId,
    assignee: nameOf(assigneeId),
    createdById,
    createdBy: nameOf(createdById),
    createdAt: task.createdAt,
    doneOn: task.doneAt?.toISOString().slice(0, 10) ?? null,
    doneBy: nameOf(doneById),
    supplier: supplier.party,
  };
}
