import { checkRecord } from '~/audits/entries/check-record.server';
import { findAudit } from '~/audits/planning/find-audit.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { ApprovalHandler } from '~/platform/approvals/approval-handlers.server';
import { isIssued } from './accept-point.server';
import { readGate } from './read-gate.server';

const acts = {
  approved: 'accept-gate-point',
  rejected: 'reject-gate-point',
  withdrawn: 'withdraw-gate-point',
  revoked: 'revoke-gate-point',
} as const;

/** An accepted point no longer stops its audit: the gate reads the approval itself. It is accepted with the values that were shown. */
export const gatePointHandler: ApprovalHandler<'audit-gate-point'> = {
  async obstacle(db, { subjectId: auditId, item, payload, proposedById }) {
    const audit = await findAudit(db, { auditId, userId: proposedById, role: 'owner' });
    if (!audit || audit.status === 'cancelled' || (await isIssued(db, auditId))) return 'audit-ended';
    const stop = (await readGate(db, audit, await checkRecord(db, audit))).find(({ key }) => key === item);
    return stop?.fingerprint === payload.fingerprint ? null : 'point-changed';
  },
  async decided(db, { subjectId, item }, { state, userId, note }) {
    await recordActivity(db, {
      ...{ recordKind: 'audit', recordId: subjectId, act: acts[state], ...(userId === null ? {} : { userId }) },
      after: { gatePoint: item.split(':')[0] ?? item, ...(note ? { reason: note } : {}) },
    });
  },
};
