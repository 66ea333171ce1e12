import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { notify } from '~/platform/notifications/notify.server';
import { memberName } from '~/suppliers/ownership/list-people.server';
import type { TaskFields } from './task-form';

export type EditedTask = { kind: 'edited' } | { kind: 'unknown' } | { kind: 'refused'; code: 'no-member' };

/** Changes what an open task says, when it is due and who does it. A new assignee is notified. */
export async function editTask(
  db: TenantDb,
  options: { taskId: string; fields: TaskFields; userId: string; now: Date },
): Promise<EditedTask> {
  const { taskId, fields, userId, now } = options;
  const task = await db.task.findFirst({ where: { id: taskId, doneAt: null } });
  if (!task) return { kind: 'unknown' };
  const assignee = fields.assigneeId === null ? null : await memberName(db, fields.assigneeId);
  if (fields.assigneeId !== null && assignee === null) return { kind: 'refused', code: 'no-member' };
  const names = await namePeople(db, task.assigneeId === null ? [] : [task.assigneeId]);
  await db.task.updateMany({
    where: { id: taskId },
    data: { title: fields.title, dueOn: new Date(fields.dueOn), assigneeId: fields.assigneeId },
  });
  const before = {
    task: task.title,
    taskDueOn: task.dueOn.toISOString().slice(0, 10),
    assignee: (task.assigneeId === null ? null : names.get(task.assigneeId)) ?? null,
  };
  const after = { task: fields.title, taskDueOn: fields.dueOn, assignee };
  await recordActivity(db, { recordKind: 'supplier', recordId: task.partyId, act: 'edit-task', userId, before, after });
  if (fields.assigneeId !== task.assigneeId)
    await notify(db, {
      ...{ event: 'task-assigned', recordId: taskId, partyId: task.partyId, recipients: [fields.assigneeId], causedById: userId, now },
      occurrence: now.toISOString(),
    });
  return { kind: 'edited' };
}
