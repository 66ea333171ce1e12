import { recordActivity } from '~/platform/activity/record-activity.server';
import type { ApprovalHandler } from '~/platform/approvals/approval-handlers.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';

const acts = { approved: 'lift-override', rejected: 'refuse-lifting', withdrawn: 'withdraw-lifting' } as const;

/** An approved waiver counts in the score from the day of the decision on: the supplier is scored again. */
export const waiverHandler: ApprovalHandler<'override-waiver'> = {
  async decided(db, { subjectId: partyId, payload }, { state, userId, now }) {
    const by = userId === null ? {} : { userId };
    await recordActivity(db, {
      ...{ recordKind: 'supplier', recordId: partyId, act: acts[state], ...by },
      after: { override: payload.code },
    });
    if (state === 'approved') await scoreSuppliers(db, { partyIds: [partyId], asOf: now.toISOString().slice(0, 10), ...by });
  },
};
