import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { decideApproval } from '~/platform/approvals/decide-approval.server';
import { proposeApproval } from '~/platform/approvals/propose-approval.server';
import { endCovenant, hasResult, obstacleToDelete, obstacleToEnd } from './change-covenant.server';
import { type ProposalKind, proposalApprovals } from './covenant-lists';
import { type FoundCovenant, isoDay, lockCovenant } from './find-covenant.server';
import { mayBeRemedied } from './follow-breach.server';

type Of = { covenantId: string; dealId: string; userId: string; now: Date };
export type CovenantAct =
  | { kind: 'delete'; reason: string }
  | { kind: 'end'; reason: string; endedOn: string }
  | { kind: 'remedied'; reason: string; breachId: string };
type Obstacle = 'was-tested' | 'has-ended' | 'end-future' | 'breach-open' | 'no-such-breach-step';
export type ProposalActed =
  /** `ended`: it had results, so that one person was enough. */
  | { kind: 'proposed' | 'ended' | 'deleted' | 'followed' | 'refused-proposal' | 'unknown' }
  | { kind: 'refused'; code: Obstacle | 'proposal-waits' | 'same-person' | 'already-decided' | 'reason-missing' };

async function obstacleTo(db: TenantDb, found: FoundCovenant, { act, now }: { act: CovenantAct; now: Date }): Promise<Obstacle | null> {
  switch (act.kind) {
    case 'delete':
      return obstacleToDelete(db, found);
    case 'end':
      return obstacleToEnd(db, found, { endedOn: act.endedOn, today: isoDay(now) });
    case 'remedied':
      return (await mayBeRemedied(db, { breachId: act.breachId, covenantId: found.id })) ? null : 'no-such-breach-step';
  }
}

async function proposeTo(db: TenantDb, act: CovenantAct, { covenantId, userId, now }: Of) {
  const by = { reason: act.reason, userId, now };
  switch (act.kind) {
    case 'delete':
      return proposeApproval(db, 'covenant-deletion', { ...by, subjectId: covenantId, payload: {} });
    case 'end':
      return proposeApproval(db, 'covenant-end', { ...by, subjectId: covenantId, payload: { endedOn: act.endedOn } });
    case 'remedied':
      return proposeApproval(db, 'breach-remedy', { ...by, subjectId: act.breachId, payload: {} });
  }
}

/**
 * Proposes what would free a client of a promise, or of a breach of it: that a covenant is deleted, that it ends before it was ever tested, that a breach is
 * remedied. Another person decides (`decideProposal`); one open proposal of a kind at a time. A covenant that has results ends at once.
 */
export async function proposeAct(db: TenantDb, act: CovenantAct, of: Of): Promise<ProposalActed> {
  const found = await lockCovenant(db, of);
  if (!found) return { kind: 'unknown' };
  const obstacle = await obstacleTo(db, found, { act, now: of.now });
  if (obstacle) return { kind: 'refused', code: obstacle };
  if (act.kind === 'end' && (await hasResult(db, found.id))) {
    await endCovenant(db, found, { ...act, userId: of.userId });
    return { kind: 'ended' };
  }
  const proposed = await proposeTo(db, act, of);
  if (proposed.kind === 'refused') return { kind: 'refused', code: 'proposal-waits' };
  await recordActivity(db, {
    ...{ recordKind: 'deal', recordId: found.dealId, act: `propose-${act.kind}`, userId: of.userId },
    after: { covenant: found.number, reason: act.reason, ...(act.kind === 'end' ? { endedOn: act.endedOn } : {}) },
  });
  return { kind: 'proposed' };
}

const approved = { delete: 'deleted', end: 'ended', remedied: 'followed' } as const satisfies Record<ProposalKind, string>;
const refusals = {
  'own-proposal': 'same-person',
  'already-decided': 'already-decided',
  expired: 'already-decided',
  'note-missing': 'reason-missing',
  'was-tested': 'was-tested',
  'has-ended': 'has-ended',
  'end-future': 'end-future',
  'breach-open': 'breach-open',
  'no-such-breach-step': 'no-such-breach-step',
} as const;

/** Approves a proposal, which then takes effect, or rejects it with the reason: once, and not by its proposer. */
export async function decideProposal(
  db: TenantDb,
  { proposalId, verdict, answer }: { proposalId: string; verdict: 'approved' | 'rejected'; answer: string },
  of: Of,
): Promise<ProposalActed> {
  // Locked before the proposal is read: the second of two concurrent decisions sees the first.
  const found = await lockCovenant(db, of);
  if (!found || !z.guid().safeParse(proposalId).success) return { kind: 'unknown' };
  const proposal = await db.approval.findFirst({
    where: { id: proposalId, OR: [{ covenantId: found.id }, { breach: { covenantId: found.id } }] },
    select: { kind: true, covenantId: true, breachId: true },
  });
  const act = proposalApprovals.find(({ kind }) => kind === proposal?.kind);
  const subjectId = proposal?.breachId ?? proposal?.covenantId;
  if (!act || !subjectId) return { kind: 'unknown' };
  const { userId, now } = of;
  const done = await decideApproval(db, act.kind, { approvalId: proposalId, subjectId, state: verdict, note: answer, userId, now });
  if (done.kind === 'decided') return { kind: verdict === 'rejected' ? 'refused-proposal' : approved[act.proposes] };
  if (done.code === 'unknown') return { kind: 'unknown' };
  return { kind: 'refused', code: refusals[done.code] };
}
