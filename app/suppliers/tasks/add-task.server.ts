import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { notify } from '~/platform/notifications/notify.server';
import { memberName } from '~/suppliers/ownership/list-people.server';
import type { TaskFields } from './task-form';

export type AddedTask = { kind: 'added'; taskId: string } | { kind: 'refused'; code: 'no-member' };

/** Adds a task about a supplier, and notifies its assignee. */
export async function addTask(
  db: TenantDb,
  options: { partyId: string; fields: TaskFields; userId: string; now: Date },
): Promise<AddedTask> {
  const { partyId, fields, userId, now } = options;
  const { title, dueOn, assigneeId } = fields;
  const assignee = assigneeId === null ? null : await memberName(db, assigneeId);
  if (assigneeId !== null && assignee === null) return { kind: 'refused', code: 'no-member' };
  const { id } = await db.task.create({
    data: { partyId, title, dueOn: new Date(dueOn), assigneeId, createdById: userId, createdAt: now },
    select: { id: true },
  });
  await recordActivity(db, {
    ...{ recordKind: 'supplier', recordId: partyId, act: 'add-task', userId },
    after: { task: title, taskDueOn: dueOn, assignee },
  });
  await notify(db, { event: 'task-assigned', recordId: id, partyId, recipients: [assigneeId], causedById: userId, now });
  return { kind: 'added', taskId: id };
}
