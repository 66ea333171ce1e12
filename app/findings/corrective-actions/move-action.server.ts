import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { ActionStatus } from './action-lists';
import { followFinding } from './follow-finding.server';

export type ActionRefusal =
  | 'unknown-action'
  | 'withdrawn'
  | 'bad-step'
  | 'same-person'
  | 'nothing-seen'
  | 'file-missing'
  | 'reason-missing';
export type ActionMoved = { kind: 'moved'; partyId: string; hasMoved: boolean } | { kind: 'refused'; code: ActionRefusal };

/** Transitions of an action. The text of `complete` says what was done, of `verify` what was seen, of `reopen` why. */
export type ActionStep =
  | { to: 'start' }
  | { to: 'complete'; note: string }
  | { to: 'verify'; seen: string }
  | { to: 'reopen'; reason: string };

const from: Record<ActionStep['to'], readonly ActionStatus[]> = {
  start: ['pending'],
  complete: ['pending', 'in-progress'],
  verify: ['completed'],
  reopen: ['completed', 'verified'],
};
const acts = { start: 'start-action', complete: 'complete-action', verify: 'verify-action', reopen: 'reopen-action' } as const;

/**
 * Moves an action forward or back. Verification needs a description of what was seen, a file for a desk check, and another person than the one who completed
 * it (A35); the database enforces this too. `doneById`: who did it, where `userId` accepted the site's statement. The finding follows its actions.
 */
export async function moveAction(
  db: TenantDb,
  options: { actionId: string; step: ActionStep; userId: string; doneById?: string; now: Date },
): Promise<ActionMoved> {
  const { actionId, step, userId, now } = options;
  const action = await db.correctiveAction.findFirst({
    where: { id: actionId },
    select: {
      findingId: true,
      status: true,
      verification: true,
      completedById: true,
      finding: { select: { partyId: true, withdrawnAt: true } },
      files: { where: { removedAt: null }, select: { id: true }, take: 1 },
    },
  });
  if (!action) return { kind: 'refused', code: 'unknown-action' };
  if (action.finding.withdrawnAt) return { kind: 'refused', code: 'withdrawn' };
  if (!from[step.to].some((status) => status === action.status)) return { kind: 'refused', code: 'bad-step' };
  const refusal = refusalOf(step, { ...action, userId });
  if (refusal) return { kind: 'refused', code: refusal };
  const { data, words } = changeOf(step, { userId, doneById: options.doneById ?? userId, now });
  // Of two at once the first counts.
  const { count } = await db.correctiveAction.updateMany({ where: { id: actionId, status: action.status }, data });
  if (count === 0) return { kind: 'refused', code: 'bad-step' };
  await recordActivity(db, {
    recordKind: 'corrective-action',
    recordId: actionId,
    act: acts[step.to],
    userId,
    before: { status: action.status },
    after: { status: data.status, ...words },
  });
  const moved = await followFinding(db, { findingId: action.findingId, userId, now });
  return { kind: 'moved', partyId: action.finding.partyId, hasMoved: moved !== null };
}

function refusalOf(
  step: ActionStep,
  action: { verification: string; completedById: string | null; files: readonly unknown[]; userId: string },
): ActionRefusal | null {
  if (step.to === 'reopen') return step.reason.trim() === '' ? 'reason-missing' : null;
  if (step.to === 'complete') return step.note.trim() === '' ? 'nothing-seen' : null;
  if (step.to === 'start') return null;
  if (action.completedById === action.userId) return 'same-person';
  if (step.seen.trim() === '') return 'nothing-seen';
  return action.verification === 'desktop' && action.files.length === 0 ? 'file-missing' : null;
}

// What is done again is done here.
const notDone = { isFromReport: false, completedAt: null, completedById: null, verifiedAt: null, verifiedById: null, verificationSeen: '' };

function changeOf(step: ActionStep, { userId, doneById, now }: { userId: string; doneById: string; now: Date }) {
  switch (step.to) {
    case 'start':
      return { data: { status: 'in-progress', startedAt: now }, words: {} };
    case 'complete': {
      const completionNote = step.note.trim();
      return { data: { status: 'completed', completedAt: now, completedById: doneById, completionNote }, words: { completionNote } };
    }
    case 'verify': {
      const verificationSeen = step.seen.trim();
      return { data: { status: 'verified', verifiedAt: now, verifiedById: userId, verificationSeen }, words: { verificationSeen } };
    }
    case 'reopen': {
      const reopenReason = step.reason.trim();
      return { data: { status: 'in-progress', ...notDone, reopenedAt: now, reopenReason }, words: { reopenReason } };
    }
  }
}

/** Records that the workers' committee signed: who, as a function, and on which day. */
export async function signAction(
  db: TenantDb,
  options: { actionId: string; committee: string; committeeOn: string; userId: string },
): Promise<boolean> {
  const { actionId, committee, committeeOn, userId } = options;
  const data = { committee: committee.trim(), committeeOn: new Date(`${committeeOn}T00:00:00Z`) };
  const { count } = await db.correctiveAction.updateMany({ where: { id: actionId }, data });
  if (count === 0) return false;
  const after = { committee: data.committee, committeeOn };
  await recordActivity(db, { recordKind: 'corrective-action', recordId: actionId, act: 'sign-action', userId, after });
  return true;
}
