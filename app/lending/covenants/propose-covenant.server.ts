import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { deleteCovenant, endCovenant, hasResult, obstacleToDelete, obstacleToEnd } from './change-covenant.server';
import { dateOf, type FoundCovenant, isoDay, lockCovenant } from './find-covenant.server';
import { mayBeRemedied, remedyBreach } from './follow-breach.server';
import { inList, proposalKinds } from './covenant-lists';

type Of = { covenantId: string; dealId: string; userId: string; now: Date };
export type CovenantAct =
  | { kind: 'delete'; reason: string }
  | { kind: 'end'; reason: string; endedOn: string }
  | { kind: 'remedied'; reason: string; breachId: string };
type Obstacle = 'was-tested' | 'has-ended' | 'end-future' | 'breach-open' | 'no-such-breach-step';
export type ProposalActed =
  /** `ended`: it had results, so that one person was enough. */
  | { kind: 'proposed' | 'ended' | 'deleted' | 'followed' | 'refused-proposal' | 'unknown' }
  | { kind: 'refused'; code: Obstacle | 'proposal-waits' | 'same-person' | 'already-decided' };

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

/**
 * Proposes what would free a client of a promise, or of a breach of it: that a covenant goes, that it ends before it was ever tested, that a breach is
 * remedied. Another person decides (`decideProposal`); one proposal of a kind at a time. A covenant that has results ends at once.
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
  const breachId = act.kind === 'remedied' ? act.breachId : null;
  const waits = await db.covenantProposal.count({ where: { covenantId: found.id, kind: act.kind, breachId, verdict: null } });
  if (waits > 0) return { kind: 'refused', code: 'proposal-waits' };
  await db.covenantProposal.create({
    data: {
      ...{ covenantId: found.id, kind: act.kind, breachId, reason: act.reason },
      ...{ endedOn: act.kind === 'end' ? dateOf(act.endedOn) : null, proposedById: of.userId, proposedAt: of.now },
    },
    select: { id: true },
  });
  await recordActivity(db, {
    ...{ recordKind: 'deal', recordId: found.dealId, act: `propose-${act.kind}`, userId: of.userId },
    after: { covenant: found.number, reason: act.reason, ...(act.kind === 'end' ? { endedOn: act.endedOn } : {}) },
  });
  return { kind: 'proposed' };
}

/** Agrees to a proposal, which then takes effect, or refuses it with the reason: once, and not by its proposer. */
export async function decideProposal(
  db: TenantDb,
  { proposalId, verdict, answer }: { proposalId: string; verdict: 'agreed' | 'refused'; answer: string },
  of: Of,
): Promise<ProposalActed> {
  const found = await lockCovenant(db, of);
  if (!found || !z.guid().safeParse(proposalId).success) return { kind: 'unknown' };
  const proposal = await db.covenantProposal.findFirst({ where: { id: proposalId, covenantId: found.id } });
  if (!proposal) return { kind: 'unknown' };
  if (proposal.verdict) return { kind: 'refused', code: 'already-decided' };
  if (proposal.proposedById === of.userId) return { kind: 'refused', code: 'same-person' };
  const act = actOf(proposal);
  // What was proposed may not be possible any more.
  const obstacle = verdict === 'agreed' ? await obstacleTo(db, found, { act, now: of.now }) : null;
  if (obstacle) return { kind: 'refused', code: obstacle };
  await db.covenantProposal.updateMany({
    where: { id: proposal.id },
    data: { verdict, answer, decidedById: of.userId, decidedAt: of.now },
  });
  const decided = { recordKind: 'deal' as const, recordId: found.dealId, userId: of.userId };
  if (verdict === 'refused') {
    await recordActivity(db, { ...decided, act: 'refuse-proposal', after: { covenant: found.number, about: act.kind, answer } });
    return { kind: 'refused-proposal' };
  }
  switch (act.kind) {
    case 'delete':
      await deleteCovenant(db, found, { userId: of.userId, reason: act.reason });
      return { kind: 'deleted' };
    case 'end':
      await endCovenant(db, found, { ...act, userId: of.userId });
      return { kind: 'ended' };
    case 'remedied': {
      const remedied = await remedyBreach(db, { text: act.reason }, { ...of, userId: proposal.proposedById, breachId: act.breachId });
      if (remedied.kind === 'followed')
        await recordActivity(db, {
          ...decided,
          act: 'agree-remedy',
          after: { covenant: found.number, ...(answer === '' ? {} : { answer }) },
        });
      return remedied;
    }
  }
}

function actOf(row: { kind: string; reason: string; endedOn: Date | null; breachId: string | null }): CovenantAct {
  const { reason } = row;
  const kind = inList(proposalKinds, row.kind);
  if (kind === 'end' && row.endedOn) return { kind, reason, endedOn: isoDay(row.endedOn) };
  if (kind === 'remedied' && row.breachId) return { kind, reason, breachId: row.breachId };
  return { kind: 'delete', reason };
}
