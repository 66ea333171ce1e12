import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { nextOfBreach } from './covenant-status';
import { dateOf, lockCovenant } from './find-covenant.server';
import { breachStates, inList } from './covenant-lists';

/** A step that one person takes. That a breach is remedied takes two (`propose-covenant`). */
export type BreachStepGiven = { kind: 'planned'; text: string; dueOn: string } | { kind: 'default'; text: string };
type Of = { breachId: string; covenantId: string; dealId: string; userId: string; now: Date };
export type BreachFollowed = { kind: 'followed' | 'unknown' } | { kind: 'refused'; code: 'no-such-breach-step' };

/** A step of a breach: the remedial plan with its day, or an event of default. */
export async function followBreach(db: TenantDb, step: BreachStepGiven, of: Of): Promise<BreachFollowed> {
  return keepStep(db, step, of);
}

/** Whether a breach can be marked as remedied now: never without a plan. The caller has locked the covenant. */
export async function mayBeRemedied(db: TenantDb, { breachId, covenantId }: { breachId: string; covenantId: string }): Promise<boolean> {
  if (!z.guid().safeParse(breachId).success) return false;
  const breach = await db.covenantBreach.findFirst({ where: { id: breachId, covenantId }, select: { status: true } });
  if (!breach || !nextOfBreach[inList(breachStates, breach.status)].includes('remedied')) return false;
  return (await db.breachStep.count({ where: { breachId, kind: 'planned' } })) > 0;
}

/** Only `propose-covenant` calls it, once another person agreed. The step is that of who saw it. */
export const remedyBreach = (db: TenantDb, { text }: { text: string }, of: Of): Promise<BreachFollowed> =>
  keepStep(db, { kind: 'remedied', text }, of);

async function keepStep(db: TenantDb, step: BreachStepGiven | { kind: 'remedied'; text: string }, of: Of): Promise<BreachFollowed> {
  const found = await lockCovenant(db, of);
  if (!found || !z.guid().safeParse(of.breachId).success) return { kind: 'unknown' };
  const breach = await db.covenantBreach.findFirst({
    where: { id: of.breachId, covenantId: found.id },
    select: { id: true, status: true },
  });
  if (!breach) return { kind: 'unknown' };
  const status = inList(breachStates, breach.status);
  const isNext =
    step.kind === 'remedied'
      ? await mayBeRemedied(db, { breachId: breach.id, covenantId: found.id })
      : nextOfBreach[status].includes(step.kind);
  if (!isNext) return { kind: 'refused', code: 'no-such-breach-step' };
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
    ...{ recordKind: 'deal', recordId: found.dealId, act: `breach-${step.kind}`, userId: of.userId },
    after: { covenant: found.number, text: step.text, ...(dueOn ? { dueOn } : {}) },
  });
  return { kind: 'followed' };
}
