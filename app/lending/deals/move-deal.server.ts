import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { type FoundDeal, lockDeal } from '~/lending/deal-record/find-deal.server';
import { type Block, blocksOf, earlierStates, nextState } from './next-steps';
import { type CommitteeDecision, type MainState, mainStates, placeOnWay, type DealState } from '~/lending/deal-record/states';
import { readStepFacts } from './step-facts.server';

export type Move =
  | { intent: 'go-on' }
  | { intent: 'go-back'; to: MainState; reason: string }
  | { intent: 'hold' | 'resume' | 'decline'; reason: string }
  | { intent: 'decide'; decision: CommitteeDecision; reason: string; conditions: string };

export type Moved =
  | { kind: 'moved'; to: DealState }
  | { kind: 'unknown' }
  | { kind: 'blocked'; to: MainState; blocks: Block[] }
  | { kind: 'refused'; code: 'moved-meanwhile' | 'no-such-step' | 'same-person' | 'conditions-missing' | 'already-decided' };

/**
 * Moves a deal forward or back, puts it on hold, resumes or declines it, or records the committee's decision. `seen`: the state shown to the member; the
 * second of two concurrent writers gets a conflict. The member who submitted it to the committee cannot decide on it (four eyes).
 */
export async function moveDeal(
  db: TenantDb,
  move: Move,
  options: { dealId: string; seen: DealState; userId: string; now: Date },
): Promise<Moved> {
  const found = await lockDeal(db, options.dealId);
  if (!found) return { kind: 'unknown' };
  if (found.status !== options.seen) return { kind: 'refused', code: 'moved-meanwhile' };
  const by = { userId: options.userId, now: options.now };
  switch (move.intent) {
    case 'go-on': {
      const to = nextState(options.seen);
      if (to === null) return { kind: 'refused', code: 'no-such-step' };
      const facts = await readStepFacts(db, found, { today: options.now.toISOString().slice(0, 10) });
      const blocks = blocksOf(to, facts);
      return blocks.length > 0 ? { kind: 'blocked', to, blocks } : step(db, found, { to, reason: '' }, by);
    }
    case 'go-back':
      return earlierStates(options.seen).includes(move.to)
        ? step(db, found, { to: move.to, reason: move.reason }, by)
        : { kind: 'refused', code: 'no-such-step' };
    case 'hold':
      return isOpen(options.seen) ? step(db, found, { to: 'held', reason: move.reason }, by) : { kind: 'refused', code: 'no-such-step' };
    case 'resume': {
      const to = mainStates.find((state) => state === found.heldFrom);
      return options.seen === 'held' && to ? step(db, found, { to, reason: move.reason }, by) : { kind: 'refused', code: 'no-such-step' };
    }
    case 'decline':
      return isOpen(options.seen) || options.seen === 'held'
        ? step(db, found, { to: 'declined', reason: move.reason }, by)
        : { kind: 'refused', code: 'no-such-step' };
    case 'decide':
      return decide(db, found, move, by);
  }
}

/** Before financial close: a loan that exists is neither held nor declined. */
function isOpen(status: DealState): boolean {
  const at = placeOnWay(status);
  return at !== -1 && at < placeOnWay('closed');
}

async function decide(
  db: TenantDb,
  found: FoundDeal,
  move: Extract<Move, { intent: 'decide' }>,
  by: { userId: string; now: Date },
): Promise<Moved> {
  if (found.status !== 'committee') return { kind: 'refused', code: 'no-such-step' };
  if (move.decision === 'approve-with-conditions' && move.conditions === '') return { kind: 'refused', code: 'conditions-missing' };
  // The submitter stays the same when another member puts the deal on hold and resumes it.
  const brought = await newestEntry(db, found.id, ['committee', 'held']);
  if (brought?.byUserId === by.userId) return { kind: 'refused', code: 'same-person' };
  const last = await newestEntry(db, found.id, ['committee']);
  const decided = await db.dealStatusChange.findFirst({
    where: { dealId: found.id, decision: { not: null }, at: { gte: last?.at ?? new Date(0) } },
    select: { id: true },
  });
  if (decided) return { kind: 'refused', code: 'already-decided' };
  const to = move.decision === 'hold' ? 'held' : move.decision === 'decline' ? 'declined' : 'committee';
  return step(db, found, { to, reason: move.reason, decision: move.decision, conditions: move.conditions }, by);
}

/** The newest step that led before the committee from none of `besides`. */
function newestEntry(db: TenantDb, dealId: string, besides: DealState[]) {
  return db.dealStatusChange.findFirst({
    where: { dealId, fromStatus: { notIn: besides }, toStatus: 'committee' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { byUserId: true, at: true },
  });
}

async function step(
  db: TenantDb,
  found: FoundDeal,
  taken: { to: DealState; reason: string; decision?: CommitteeDecision; conditions?: string },
  { userId, now }: { userId: string; now: Date },
): Promise<Moved> {
  const { to, reason, decision = null, conditions = '' } = taken;
  await db.deal.updateMany({
    where: { id: found.id },
    data: { status: to, heldFrom: to === 'held' ? found.status : null },
  });
  await db.dealStatusChange.create({
    data: { dealId: found.id, fromStatus: found.status, toStatus: to, decision, reason, conditions, byUserId: userId, at: now },
    select: { id: true },
  });
  await recordActivity(db, {
    recordKind: 'deal',
    recordId: found.id,
    act: decision === null ? 'move-transaction' : 'decide-transaction',
    userId,
    before: { status: found.status },
    after: { status: to, ...(decision === null ? {} : { decision }), ...(reason === '' ? {} : { reason }) },
  });
  return { kind: 'moved', to };
}
