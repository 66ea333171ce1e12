import type { TenantDb } from '~/access/tenant-db.server';
import { decideApproval, withdrawApproval } from '~/platform/approvals/decide-approval.server';
import type { Verdict } from './schema';

type Waiver = { partyId: string; waiverId: string; verdict: Verdict; userId: string; now: Date };

/** Decides on a proposal: another member approves or rejects, the proposer may withdraw it. */
export async function decideWaiver(db: TenantDb, { partyId, waiverId, verdict, userId, now }: Waiver) {
  const of = { approvalId: waiverId, subjectId: partyId, userId, now };
  return verdict === 'withdrawn'
    ? withdrawApproval(db, 'override-waiver', of)
    : decideApproval(db, 'override-waiver', { ...of, state: verdict, note: '' });
}
