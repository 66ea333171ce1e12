import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/features/activity/record-activity.server';
import { nextOfBreach } from './covenant-standing';
import { dateOf, lockCovenant } from './find-covenant.server';
import { breachStates, inList } from './monitoring-lists';

export type BreachStepGiven = { kind: 'planned'; text: string; dueOn: string } | { kind: 'remedied' | 'default'; text: string };
export type BreachFollowed = { kind: 'followed' | 'unknown' } | { kind: 'refused'; code: 'no-such-breach-step' };

/** A step of a breach: the remedial plan with its day, that it was remedied (never without a plan), or an event of default. */
export async function followBreach(
  db: TenantDb,
  step: BreachStepGiven,
  of: { breachId: string; covenantId: string; transactionId: string; userId: string; now: Date },
): Promise<BreachFollowed> {
  const found = await lockCovenant(db, of);
  if (!found || !z.guid().safeParse(of.breachId).success) return { kind: 'unknown' };
  const breach = await db.covenantBreach.findFirst({
    where: { id: of.breachId, covenantId: found.id },
    select: { id: true, status: true },
  });
  if (!breach) return { kind: 'unknown' };
  const status = inList(breachStates, breach.status);
  const planned = await db.breachStep.count({ where: { breachId: breach.id, kind: 'planned' } });
  if (!nextOfBreach[status].includes(step.kind) || (step.kind === 'remedied' && planned === 0))
    return { kind: 'refused', code: 'no-such-breach-step' };
  const dueOn = step.kind === 'planned' ? step.dueOn : null;
  await db.breachStep.create({
    data: { breachId: breach.id, kind: step.kind, text: step.text, dueOn: dueOn && dateOf(dueOn), byUserId: of.userId, at: of.now },
    select: { id: true },
  });
  // An event of default stays one while its remedy is planned.
  const next = status === 'default' && step.kind === 'planned' ? 'default' : step.kind;
  await db.covenantBreach.updateMany({
    where: { id: breach.id },
    data: { status: next, ...(dueOn ? { planDueOn: dateOf(dueOn) } : {}) },
  });
  await recordActivity(db, {
    ...{ recordKind: 'transaction', recordId: found.transactionId, act: `breach-${step.kind}`, userId: of.userId },
    after: { covenant: found.number, text: step.text, ...(dueOn ? { dueOn } : {}) },
  });
  return { kind: 'followed' };
}
