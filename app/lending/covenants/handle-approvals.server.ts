import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { ApprovalHandler, Decision } from '~/platform/approvals/approval-handlers.server';
import type { ApprovalKind } from '~/platform/approvals/approval-kinds';
import { deleteCovenant, endCovenant, obstacleToDelete, obstacleToEnd } from './change-covenant.server';
import { type FoundCovenant, isoDay, lockCovenant } from './find-covenant.server';
import { mayBeRemedied, remedyBreach } from './follow-breach.server';
import { keepCovenantDue } from './keep-due.server';

async function covenantOf(db: TenantDb, covenantId: string): Promise<FoundCovenant> {
  const found = await lockCovenant(db, { covenantId });
  if (!found) throw new Error(`The covenant ${covenantId} of an approval does not exist.`);
  return found;
}

async function covenantOfBreach(db: TenantDb, breachId: string): Promise<FoundCovenant> {
  const { covenantId } = await db.covenantBreach.findFirstOrThrow({ where: { id: breachId }, select: { covenantId: true } });
  return covenantOf(db, covenantId);
}

type About = { act: string; about?: string; more?: Record<string, string> };
async function recordDecision<Kind extends ApprovalKind>(
  db: TenantDb,
  found: FoundCovenant,
  { userId, note }: Decision<Kind>,
  { act, about, more }: About,
) {
  await recordActivity(db, {
    ...{ recordKind: 'deal', recordId: found.dealId, act, ...(userId === null ? {} : { userId }) },
    after: { covenant: found.number, ...(about === undefined ? {} : { about }), ...more, ...(note === '' ? {} : { answer: note }) },
  });
}

export const deletionHandler: ApprovalHandler<'covenant-deletion'> = {
  obstacle: async (db, { subjectId }) => obstacleToDelete(db, await covenantOf(db, subjectId)),
  async decided(db, { subjectId, reason }, decision) {
    const found = await covenantOf(db, subjectId);
    if (decision.state === 'rejected') return recordDecision(db, found, decision, { act: 'refuse-proposal', about: 'delete' });
    await deleteCovenant(db, found, { userId: deciderOf(decision), reason });
  },
};

export const endHandler: ApprovalHandler<'covenant-end'> = {
  obstacle: async (db, { subjectId, payload }, now) =>
    obstacleToEnd(db, await covenantOf(db, subjectId), { ...payload, today: isoDay(now) }),
  async decided(db, { subjectId, reason, payload }, decision) {
    const found = await covenantOf(db, subjectId);
    if (decision.state === 'rejected') return recordDecision(db, found, decision, { act: 'refuse-proposal', about: 'end' });
    await endCovenant(db, found, { ...payload, reason, userId: deciderOf(decision) });
  },
};

/** The step of the breach names the person who saw the remedy: the proposer. */
export const remedyHandler: ApprovalHandler<'breach-remedy'> = {
  async obstacle(db, { subjectId }) {
    const found = await covenantOfBreach(db, subjectId);
    return (await mayBeRemedied(db, { breachId: subjectId, covenantId: found.id })) ? null : 'no-such-breach-step';
  },
  async decided(db, { subjectId: breachId, reason, proposedById }, decision) {
    const found = await covenantOfBreach(db, breachId);
    if (decision.state === 'rejected') return recordDecision(db, found, decision, { act: 'refuse-proposal', about: 'remedied' });
    const of = { breachId, covenantId: found.id, dealId: found.dealId, userId: proposedById, now: decision.now };
    const remedied = await remedyBreach(db, { text: reason }, of);
    if (remedied.kind !== 'followed') throw new Error(`The breach ${breachId} could not be remedied.`);
    await recordDecision(db, found, decision, { act: 'agree-remedy' });
  },
};

const waiverActs = { approved: 'waiver-granted', rejected: 'waiver-refused', expired: 'waiver-expired' } as const;

/** Tests due while the waiver is in force are not required. */
export const covenantWaiverHandler: ApprovalHandler<'covenant-waiver'> = {
  obstacle: async (db, { subjectId }) => ((await covenantOf(db, subjectId)).endedOn ? 'has-ended' : null),
  async decided(db, { subjectId, payload }, decision) {
    const found = await covenantOf(db, subjectId);
    await keepCovenantDue(db, found.id);
    await recordDecision(db, found, decision, { act: waiverActs[decision.state], more: payload });
  },
};

function deciderOf<Kind extends ApprovalKind>({ userId }: Decision<Kind>): string {
  if (userId === null) throw new Error('Approved by no person.');
  return userId;
}
