import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { decideApproval } from '~/platform/approvals/decide-approval.server';
import { proposeApproval } from '~/platform/approvals/propose-approval.server';
import { daysAfter } from './due-days';
import { dateOf, isoDay, lockCovenant } from './find-covenant.server';

type Of = { covenantId: string; dealId: string; userId: string; now: Date };
export type WaiverActed =
  | { kind: 'asked' | 'granted' | 'refused-waiver' | 'unknown' }
  | { kind: 'refused'; code: 'has-ended' | 'until-past' | 'waiver-waits' | 'same-person' | 'already-decided' | 'reason-missing' };

/** Requests a waiver of a covenant through a day. One open request at a time; it expires after that day. */
export async function askWaiver(db: TenantDb, { reason, untilOn }: { reason: string; untilOn: string }, of: Of): Promise<WaiverActed> {
  const found = await lockCovenant(db, of);
  if (!found) return { kind: 'unknown' };
  if (found.endedOn) return { kind: 'refused', code: 'has-ended' };
  const { userId, now } = of;
  if (untilOn < isoDay(now)) return { kind: 'refused', code: 'until-past' };
  const expiresAt = dateOf(daysAfter(untilOn, 1));
  const proposed = await proposeApproval(db, 'covenant-waiver', {
    subjectId: found.id,
    payload: { untilOn },
    reason,
    userId,
    now,
    expiresAt,
  });
  if (proposed.kind === 'refused') return { kind: 'refused', code: 'waiver-waits' };
  await recordActivity(db, {
    ...{ recordKind: 'deal', recordId: found.dealId, act: 'ask-waiver', userId },
    after: { covenant: found.number, reason, untilOn },
  });
  return { kind: 'asked' };
}

const refusals = {
  'own-proposal': 'same-person',
  'already-decided': 'already-decided',
  expired: 'until-past',
  'note-missing': 'reason-missing',
  'has-ended': 'has-ended',
} as const;

/**
 * Grants or refuses a waiver; the decider is not the requester. In force from today through its last day: tests due on these days are not required, and the
 * covenant causes no drawstop.
 */
export async function decideWaiver(
  db: TenantDb,
  { waiverId, verdict, answer }: { waiverId: string; verdict: 'approved' | 'rejected'; answer: string },
  of: Of,
): Promise<WaiverActed> {
  const found = await lockCovenant(db, of);
  if (!found || !z.guid().safeParse(waiverId).success) return { kind: 'unknown' };
  const { userId, now } = of;
  const decision = { approvalId: waiverId, subjectId: found.id, state: verdict, note: answer, userId, now };
  const done = await decideApproval(db, 'covenant-waiver', decision);
  if (done.kind === 'decided') return { kind: verdict === 'approved' ? 'granted' : 'refused-waiver' };
  return done.code === 'unknown' ? { kind: 'unknown' } : { kind: 'refused', code: refusals[done.code] };
}
