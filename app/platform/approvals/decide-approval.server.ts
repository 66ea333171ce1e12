import type { TenantDb } from '~/access/tenant-db.server';
import { type Decision, handlerOf } from './approval-handlers.server';
import {
  type Approval,
  type ApprovalKind,
  approvalKinds,
  type ExpiringKind,
  type FinalState,
  type Obstacle,
  type RevocableKind,
  type WithdrawableKind,
} from './approval-kinds';
import { findApproval, readApprovals } from './read-approvals.server';

type Of = { approvalId: string; subjectId: string; userId: string; now: Date };
type Refused<Code> = { kind: 'refused'; code: Code };
export type Decided<Kind extends ApprovalKind> =
  | { kind: 'decided'; approval: Approval<Kind> }
  | Refused<'unknown' | 'already-decided' | 'own-proposal' | 'expired' | 'note-missing' | Obstacle<Kind>>;
export type Withdrawn<Kind extends ApprovalKind> =
  | { kind: 'decided'; approval: Approval<Kind> }
  | Refused<'unknown' | 'already-decided' | 'not-proposer'>;
export type Revoked<Kind extends ApprovalKind> =
  | { kind: 'decided'; approval: Approval<Kind> }
  | Refused<'unknown' | 'own-proposal' | 'note-missing' | 'not-approved'>;

/** Approves or rejects a proposal: never by the person who made it, and once. What was approved takes effect in this transaction. */
export async function decideApproval<Kind extends ApprovalKind>(
  db: TenantDb,
  kind: Kind,
  { state, note, ...of }: Of & { state: 'approved' | 'rejected'; note: string },
): Promise<Decided<Kind>> {
  const approval = await findApproval(db, kind, of);
  if (!approval) return { kind: 'refused', code: 'unknown' };
  if (approval.state !== 'open') return { kind: 'refused', code: 'already-decided' };
  if (approval.proposedById === of.userId) return { kind: 'refused', code: 'own-proposal' };
  if (approval.expiresAt !== null && approval.expiresAt <= of.now) return { kind: 'refused', code: 'expired' };
  if (state === 'rejected' && approvalKinds[kind].explainsRejection && note === '') return { kind: 'refused', code: 'note-missing' };
  const { obstacle } = await handlerOf(kind);
  const code = state === 'approved' ? ((await obstacle?.(db, approval, of.now)) ?? null) : null;
  if (code !== null) return { kind: 'refused', code };
  return close(db, approval, { state: state as FinalState<Kind>, userId: of.userId, now: of.now, note });
}

/** Withdraws a proposal, by the person who made it. */
export async function withdrawApproval<Kind extends WithdrawableKind>(db: TenantDb, kind: Kind, of: Of): Promise<Withdrawn<Kind>> {
  const approval = await findApproval(db, kind, of);
  if (!approval) return { kind: 'refused', code: 'unknown' };
  if (approval.proposer !== 'member' || approval.proposedById !== of.userId) return { kind: 'refused', code: 'not-proposer' };
  return close(db, approval, { state: 'withdrawn' as FinalState<Kind>, userId: of.userId, now: of.now, note: '' });
}

/** Revokes an approval with a reason, once: by anyone but the person who had proposed it. */
export async function revokeApproval<Kind extends RevocableKind>(
  db: TenantDb,
  kind: Kind,
  { reason, ...of }: Of & { reason: string },
): Promise<Revoked<Kind>> {
  const approval = await findApproval(db, kind, of);
  if (!approval) return { kind: 'refused', code: 'unknown' };
  if (approval.proposedById === of.userId) return { kind: 'refused', code: 'own-proposal' };
  if (reason.trim() === '') return { kind: 'refused', code: 'note-missing' };
  const { count } = await db.approval.updateMany({
    where: { id: approval.id, state: 'approved' },
    data: { state: 'revoked', revokedById: of.userId, revokedAt: of.now, revokeReason: reason.trim() },
  });
  if (count === 0) return { kind: 'refused', code: 'not-approved' };
  const { decided } = await handlerOf(kind);
  await decided(db, approval, { state: 'revoked' as FinalState<Kind>, userId: of.userId, now: of.now, note: reason.trim() });
  return { kind: 'decided', approval };
}

/** Closes every open proposal whose time is over, and answers how many. */
export async function expireApprovals(db: TenantDb, { now }: { now: Date }): Promise<number> {
  let count = 0;
  for (const kind of expiring) {
    const open = await readApprovals(db, kind, { state: 'open', expiredAt: now });
    for (const approval of open)
      if ((await close(db, approval, { state: 'expired', userId: null, now, note: '' })).kind === 'decided') count += 1;
  }
  return count;
}

/** Closes the open proposal on a subject whose time is over, which would keep a new one out until the night. */
export async function expireOverdue<Kind extends ApprovalKind>(
  db: TenantDb,
  kind: Kind,
  { subjectId, item, now }: { subjectId: string; item: string; now: Date },
): Promise<void> {
  const [open] = await readApprovals(db, kind, { subjectIds: [subjectId], items: [item], state: 'open', expiredAt: now });
  if (open) await close(db, open, { state: 'expired' as FinalState<Kind>, userId: null, now, note: '' });
}

/** Closes the open proposal on a subject that a later one replaces. */
export async function expireReplaced<Kind extends ExpiringKind>(
  db: TenantDb,
  kind: Kind,
  { subjectId, now }: { subjectId: string; now: Date },
): Promise<void> {
  const [open] = await readApprovals(db, kind, { subjectIds: [subjectId], state: 'open' });
  if (open) await close(db, open, { state: 'expired', userId: null, now, note: '' });
}

const expiring = (Object.keys(approvalKinds) as ApprovalKind[]).filter((kind): kind is ExpiringKind =>
  approvalKinds[kind].ends.some((state) => state === 'expired'),
);

/** Records the decision and lets it take effect; of two at once the first counts. */
async function close<Kind extends ApprovalKind>(db: TenantDb, approval: Approval<Kind>, decision: Decision<Kind>) {
  const { state, userId, now, note } = decision;
  const { count } = await db.approval.updateMany({
    where: { id: approval.id, state: 'open' },
    data: { state, decidedById: userId, decidedAt: now, decisionNote: note },
  });
  if (count === 0) return { kind: 'refused', code: 'already-decided' } as const;
  const { decided } = await handlerOf(approval.kind);
  await decided(db, approval, decision);
  return { kind: 'decided', approval } as const;
}
