import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { namePeople } from '~/platform/activity/name-people.server';
import type { ApprovalHandler } from '~/platform/approvals/approval-handlers.server';
import { decideApproval, revokeApproval, withdrawApproval } from '~/platform/approvals/decide-approval.server';
import { proposeApproval } from '~/platform/approvals/propose-approval.server';
import { readApprovals } from '~/platform/approvals/read-approvals.server';
import { sameDayPoint } from './verification-basis';

const kind = 'verification-gate-point';
export type AcceptanceVerdict = 'approved' | 'rejected' | 'withdrawn' | 'revoked';
export type VerificationAccepted =
  | { kind: 'done' }
  | {
      kind: 'refused';
      code: 'unknown-action' | 'bad-step' | 'reason-missing' | 'already-asked' | 'own-request' | 'same-person' | 'already-decided';
    };
type Of = { actionId: string; userId: string; now: Date };
const refused = (code: Extract<VerificationAccepted, { kind: 'refused' }>['code']): VerificationAccepted => ({ kind: 'refused', code });

const completionOf = (db: TenantDb, actionId: string) =>
  db.correctiveAction.findFirst({ where: { id: actionId }, select: { status: true, completedAt: true, completedById: true } });

/** The person who verifies asks a second one to accept a verification by text on the day of completion. The request is about this completion. */
export async function askVerificationAcceptance(db: TenantDb, { reason, ...of }: Of & { reason: string }): Promise<VerificationAccepted> {
  const { actionId, userId, now } = of;
  const action = await completionOf(db, actionId);
  if (!action) return refused('unknown-action');
  if (action.status !== 'completed' || !action.completedAt) return refused('bad-step');
  if (action.completedById === userId) return refused('same-person');
  if (reason.trim() === '') return refused('reason-missing');
  const proposed = await proposeApproval(db, kind, {
    ...{
      subjectId: actionId,
      item: sameDayPoint,
      payload: { fingerprint: action.completedAt.toISOString() },
      reason: reason.trim(),
      userId,
      now,
    },
  });
  if (proposed.kind === 'refused') return refused('already-asked');
  await recordActivity(db, { ...actOf(of), act: 'ask-gate-point', after: { reason: reason.trim() } });
  return { kind: 'done' };
}

/** Another person than the one who asked, and than the one who completed the action, decides with a reason; the one who asked may withdraw. */
export async function decideVerificationAcceptance(
  db: TenantDb,
  { approvalId, verdict, note, ...of }: Of & { approvalId: string; verdict: AcceptanceVerdict; note: string },
): Promise<VerificationAccepted> {
  const subject = { approvalId, subjectId: of.actionId, userId: of.userId, now: of.now };
  const action = await completionOf(db, of.actionId);
  if (!action) return refused('unknown-action');
  if (verdict === 'withdrawn') return ended(await withdrawApproval(db, kind, subject));
  if (note.trim() === '') return refused('reason-missing');
  if (action.completedById === of.userId) return refused('same-person');
  if (verdict === 'revoked')
    return action.status === 'verified' ? refused('bad-step') : ended(await revokeApproval(db, kind, { ...subject, reason: note }));
  return ended(await decideApproval(db, kind, { ...subject, state: verdict, note: note.trim() }));
}

const ended = (done: { kind: 'decided' } | { kind: 'refused'; code: string }): VerificationAccepted =>
  done.kind === 'decided' ? { kind: 'done' } : refused(done.code === 'own-proposal' ? 'own-request' : 'already-decided');

/** Whether a second person accepted a verification by text of this completion. */
export async function isAccepted(db: TenantDb, { actionId, completedAt }: { actionId: string; completedAt: Date }): Promise<boolean> {
  const approved = await readApprovals(db, kind, { subjectIds: [actionId], state: 'approved' });
  return approved.some(({ payload }) => payload.fingerprint === completedAt.toISOString());
}

/** The latest request about the completion of an action, with who asked and decided; null where there is none. */
export async function readVerificationAcceptance(db: TenantDb, { actionId, completedAt }: { actionId: string; completedAt: Date | null }) {
  if (completedAt === null) return null;
  const all = await readApprovals(db, kind, { subjectIds: [actionId] });
  const last = all.find(
    ({ payload, state }) => payload.fingerprint === completedAt.toISOString() && state !== 'withdrawn' && state !== 'revoked',
  );
  if (!last) return null;
  const { id, state, reason, decisionNote, proposedById, decidedById, decidedAt } = last;
  const people = await namePeople(db, [proposedById, ...(decidedById ? [decidedById] : [])]);
  return {
    ...{ id, state, reason, note: decisionNote, askedById: proposedById, askedBy: people.get(proposedById) ?? null },
    decidedBy: decidedById === null ? null : (people.get(decidedById) ?? null),
    decidedOn: decidedAt?.toISOString().slice(0, 10) ?? null,
  };
}

const acts = {
  approved: 'accept-gate-point',
  rejected: 'reject-gate-point',
  withdrawn: 'withdraw-gate-point',
  revoked: 'revoke-gate-point',
} as const;

/** The verification reads the approval itself; it is about one completion. */
export const verificationGateHandler: ApprovalHandler<'verification-gate-point'> = {
  async obstacle(db, { subjectId, payload }) {
    const action = await completionOf(db, subjectId);
    return action?.status === 'completed' && action.completedAt?.toISOString() === payload.fingerprint ? null : 'point-changed';
  },
  async decided(db, { subjectId }, { state, userId, note }) {
    await recordActivity(db, {
      ...{ recordKind: 'corrective-action', recordId: subjectId, act: acts[state], ...(userId === null ? {} : { userId }) },
      ...(note ? { after: { reason: note } } : {}),
    });
  },
};

const actOf = ({ actionId, userId }: Of) => ({ recordKind: 'corrective-action', recordId: actionId, userId });
