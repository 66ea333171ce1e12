import { overrideCodes, type OverrideShown } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { proposeApproval } from '~/platform/approvals/propose-approval.server';
import type { Proposal } from './schema';

export type Proposed = { kind: 'proposed'; waiverId: string } | { kind: 'refused'; code: 'not-in-force' | 'already-proposed' };

/** Proposes to waive an override that is in force in the newest score: with evidence, what shows it, and a reason. */
export async function proposeWaiver(
  db: TenantDb,
  options: { partyId: string; override: OverrideShown | undefined; proposal: Proposal; userId: string; now: Date },
): Promise<Proposed> {
  const { partyId, override, proposal, userId, now } = options;
  const code = overrideCodes.find((known) => known === override?.code);
  if (override?.state !== 'in-force' || !code) return { kind: 'refused', code: 'not-in-force' };
  const { evidence, shownBy, reason } = proposal;
  const proposed = await proposeApproval(db, 'override-waiver', {
    ...{ subjectId: partyId, item: override.id, payload: { code, evidence, shownBy }, reason, userId, now },
  });
  if (proposed.kind === 'refused') return proposed;
  await recordActivity(db, {
    recordKind: 'supplier',
    recordId: partyId,
    act: 'propose-lifting',
    userId,
    after: { override: code, evidence, shownBy, reason },
  });
  return { kind: 'proposed', waiverId: proposed.approvalId };
}
