import { recordActivity } from '~/platform/activity/record-activity.server';
import type { ApprovalHandler } from '~/platform/approvals/approval-handlers.server';

const acts = { approved: 'grant-extension', rejected: 'refuse-extension', withdrawn: 'withdraw-extension' } as const;

/** An approved extension moves the due day of its action. */
export const extensionHandler: ApprovalHandler<'due-date-extension'> = {
  async decided(db, { subjectId: actionId, payload }, { state, userId, note }) {
    const isApproved = state === 'approved';
    if (isApproved)
      await db.correctiveAction.updateMany({ where: { id: actionId }, data: { dueOn: new Date(`${payload.newDueOn}T00:00:00Z`) } });
    await recordActivity(db, {
      ...{ recordKind: 'corrective-action', recordId: actionId, act: acts[state], ...(userId === null ? {} : { userId }) },
      ...(isApproved ? { before: { dueOn: payload.oldDueOn } } : {}),
      after: { ...(isApproved ? { dueOn: payload.newDueOn } : {}), ...(note ? { reason: note } : {}) },
    });
  },
};
