import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { lockPlan, type PlanClosed } from './lock-plan.server';
import type { ItemStatus } from './plan-lists';
import { findItem } from './write-item.server';

/** What may be done to a line. Words of `done` say what was done, of `verify` what was seen, of `reopen` and `drop` why. */
export type ItemStep = { to: 'start' } | { to: 'done' | 'verify' | 'reopen' | 'drop'; words: string };
export type ItemRefusal = 'bad-step' | 'same-person' | 'words-missing';
export type ItemMoved = { kind: 'moved'; status: ItemStatus } | PlanClosed | { kind: 'refused'; code: ItemRefusal };

const from: Record<ItemStep['to'], readonly ItemStatus[]> = {
  start: ['open'],
  done: ['open', 'in-progress'],
  verify: ['done'],
  reopen: ['done', 'verified', 'dropped'],
  drop: ['open', 'in-progress', 'done'],
};
const acts = {
  start: 'start-plan-line',
  done: 'complete-plan-line',
  verify: 'verify-plan-line',
  reopen: 'reopen-plan-line',
  drop: 'drop-plan-line',
} as const;
const notDone = { doneById: null, doneAt: null, doneNote: '', verifiedById: null, verifiedAt: null, verifiedSeen: '' };

/**
 * Moves a line on, or back. Verifying needs words of the evidence that was seen, and another person than the one who marked it done; the database refuses
 * it otherwise too.
 */
export async function moveItem(
  db: TenantDb,
  step: ItemStep,
  options: { dealId: string; itemId: string; userId: string; now: Date },
): Promise<ItemMoved> {
  const { dealId, userId, now } = options;
  const locked = await lockPlan(db, dealId);
  if (locked.kind !== 'found') return locked;
  const line = await findItem(db, options);
  if (!line) return { kind: 'unknown' };
  if (!from[step.to].includes(line.status)) return { kind: 'refused', code: 'bad-step' };
  const words = step.to === 'start' ? '' : step.words.trim();
  if (step.to !== 'start' && words === '') return { kind: 'refused', code: 'words-missing' };
  if (step.to === 'verify') {
    const doer = await db.esapItem.findFirst({ where: { id: line.id }, select: { doneById: true } });
    if (doer?.doneById === userId) return { kind: 'refused', code: 'same-person' };
  }
  const data = dataOf(step.to, { words, userId, now });
  await db.esapItem.updateMany({ where: { id: line.id }, data: { ...data, revision: { increment: 1 } } });
  await recordActivity(db, {
    recordKind: 'deal',
    recordId: dealId,
    act: acts[step.to],
    userId,
    before: { status: line.status },
    after: { status: data.status, planLine: line.number, ...(words === '' ? {} : { note: words }) },
  });
  return { kind: 'moved', status: data.status };
}

function dataOf(to: ItemStep['to'], { words, userId, now }: { words: string; userId: string; now: Date }) {
  switch (to) {
    case 'start':
      return { status: 'in-progress' as const };
    case 'done':
      return { status: 'done' as const, doneById: userId, doneAt: now, doneNote: words };
    case 'verify':
      return { status: 'verified' as const, verifiedById: userId, verifiedAt: now, verifiedSeen: words };
    case 'reopen':
      return { status: 'in-progress' as const, ...notDone, statusReason: words };
    case 'drop':
      return { status: 'dropped' as const, ...notDone, statusReason: words };
  }
}

export type Commented = { kind: 'said' } | { kind: 'unknown' } | { kind: 'refused'; code: 'words-missing' };

/** Says something to a line, for good. Comments stay whatever is changed, imported or dropped later. */
export async function commentOnItem(
  db: TenantDb,
  options: { dealId: string; itemId: string; text: string; userId: string; now: Date },
): Promise<Commented> {
  const line = await findItem(db, options);
  if (!line) return { kind: 'unknown' };
  const text = options.text.trim();
  if (text === '') return { kind: 'refused', code: 'words-missing' };
  await db.esapComment.create({ data: { itemId: line.id, text, byUserId: options.userId, at: options.now }, select: { id: true } });
  return { kind: 'said' };
}
