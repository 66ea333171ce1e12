import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

/** Completes an open task, or reopens a done one; false where there is none in that state. */
export async function completeTask(
  db: TenantDb,
  options: { taskId: string; isDone: boolean; userId: string; now: Date },
): Promise<boolean> {
  const { taskId, isDone, userId, now } = options;
  const task = await db.task.findFirst({ where: { id: taskId }, select: { partyId: true, title: true } });
  if (!task) return false;
  const changed = await db.task.updateMany({
    where: { id: taskId, doneAt: isDone ? null : { not: null } },
    data: isDone ? { doneAt: now, doneById: userId } : { doneAt: null, doneById: null },
  });
  if (changed.count === 0) return false;
  await recordActivity(db, {
    ...{ recordKind: 'supplier', recordId: task.partyId, act: isDone ? 'complete-task' : 'reopen-task', userId },
    after: { task: task.title },
  });
  return true;
}
