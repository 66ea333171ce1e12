import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { dateOf, isoDay, lockCovenant } from './find-covenant.server';
import { keepCovenantDue } from './keep-due.server';

type Of = { covenantId: string; dealId: string; userId: string; now: Date };
export type WaiverActed =
  | { kind: 'asked' | 'granted' | 'refused-waiver' | 'unknown' }
  | { kind: 'refused'; code: 'has-ended' | 'until-past' | 'waiver-waits' | 'same-person' | 'already-decided' };

/** Asks that the lender does without a covenant through a day. One question at a time. */
export async function askWaiver(db: TenantDb, { reason, untilOn }: { reason: string; untilOn: string }, of: Of): Promise<WaiverActed> {
  const found = await lockCovenant(db, of);
  if (!found) return { kind: 'unknown' };
  if (found.endedOn) return { kind: 'refused', code: 'has-ended' };
  if (untilOn < isoDay(of.now)) return { kind: 'refused', code: 'until-past' };
  if ((await db.covenantWaiver.count({ where: { covenantId: found.id, verdict: null } })) > 0)
    return { kind: 'refused', code: 'waiver-waits' };
  await db.covenantWaiver.create({
    data: { covenantId: found.id, reason, untilOn: dateOf(untilOn), askedById: of.userId, askedAt: of.now },
    select: { id: true },
  });
  await recordActivity(db, {
    ...{ recordKind: 'deal', recordId: found.dealId, act: 'ask-waiver', userId: of.userId },
    after: { covenant: found.number, reason, untilOn },
  });
  return { kind: 'asked' };
}

/**
 * Grants or refuses a waiver; the decider is not the requester. In force from today through its last day: tests due on these days are not required, and the
 * covenant causes no drawstop.
 */
export async function decideWaiver(
  db: TenantDb,
  { waiverId, verdict, answer }: { waiverId: string; verdict: 'granted' | 'refused'; answer: string },
  of: Of,
): Promise<WaiverActed> {
  const found = await lockCovenant(db, of);
  if (!found || !z.guid().safeParse(waiverId).success) return { kind: 'unknown' };
  const waiver = await db.covenantWaiver.findFirst({ where: { id: waiverId, covenantId: found.id } });
  if (!waiver) return { kind: 'unknown' };
  if (waiver.verdict) return { kind: 'refused', code: 'already-decided' };
  if (waiver.askedById === of.userId) return { kind: 'refused', code: 'same-person' };
  const today = isoDay(of.now);
  if (verdict === 'granted' && found.endedOn) return { kind: 'refused', code: 'has-ended' };
  if (verdict === 'granted' && isoDay(waiver.untilOn) < today) return { kind: 'refused', code: 'until-past' };
  await db.covenantWaiver.updateMany({
    where: { id: waiver.id },
    data: { verdict, answer, fromOn: verdict === 'granted' ? dateOf(today) : null, decidedById: of.userId, decidedAt: of.now },
  });
  await keepCovenantDue(db, found.id);
  await recordActivity(db, {
    ...{ recordKind: 'deal', recordId: found.dealId, act: `waiver-${verdict}`, userId: of.userId },
    after: { covenant: found.number, untilOn: isoDay(waiver.untilOn), ...(answer === '' ? {} : { answer }) },
  });
  return { kind: verdict === 'granted' ? 'granted' : 'refused-waiver' };
}
