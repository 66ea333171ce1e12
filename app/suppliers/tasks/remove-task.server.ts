import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

/** Deletes a task: who created it, or who may remove those of others. False where there is none. It remains in the activity. */
export async function removeTask(db: TenantDb, options: { taskId: string; userId: string; mayRemoveOthers: boolean }): Promise<boolean> {
  const { taskId, userId, mayRemoveOthers } = options;
  const where = { id: taskId, ...(mayRemoveOthers ? {} : { createdById: userId }) };
  const task = await db.task.findFirst({ where, select: { partyId: true, title: true } });
  if (!task) return false;
  await db.task.deleteMany({ where });
  await recordActivity(db, {
    ...{ recordKind: 'supplier', recordId: task.partyId, act: 'remove-task', userId },
    before: { task: task.title },
  });
  return true;
}
