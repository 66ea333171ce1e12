import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { lockDeal } from '~/lending/deal-record/find-deal.server';
import type { ApprovalHandler } from '~/platform/approvals/approval-handlers.server';
import { decideApproval, expireReplaced } from '~/platform/approvals/decide-approval.server';
import { proposeApproval } from '~/platform/approvals/propose-approval.server';
import { type Check, mostChecks, type Verdict } from './independence-lists';
import type { IndependenceRefusal } from './independence-labels';

export type CheckWritten = { kind: 'written'; number: number } | { kind: 'unknown' } | { kind: 'refused'; code: IndependenceRefusal };
type By = { dealId: string; userId: string; now: Date };

async function lock(db: TenantDb, { dealId }: By) {
  const found = await lockDeal(db, dealId);
  if (!found) return { kind: 'unknown' } as const;
  if (found.status === 'declined' || found.status === 'exited') return { kind: 'refused', code: 'is-declined' } as const;
  return { kind: 'found', id: found.id } as const;
}

const newestOf = (db: TenantDb, of: { dealId: string; number?: number }) =>
  db.consultantCheck.findFirst({
    where: of,
    orderBy: [{ number: 'desc' }, { version: 'desc' }],
    select: { id: true, number: true, version: true, approvals: { select: { id: true } } },
  });

const record = (db: TenantDb, { dealId, userId }: By, act: string, after: Record<string, string | number>) =>
  recordActivity(db, { recordKind: 'deal', recordId: dealId, act, userId, after });

/** Records a consultant, or a new version, for another person to judge: the earlier version stays, and its judgement no longer applies. */
export async function writeCheck(
  db: TenantDb,
  check: Check,
  by: By & { of: { number: number; seen: number } | null },
): Promise<CheckWritten> {
  const locked = await lock(db, by);
  if (locked.kind !== 'found') return locked;
  const { of, userId, now } = by;
  const dealId = locked.id;
  const newest = await newestOf(db, { dealId, ...(of ? { number: of.number } : {}) });
  if (of && !newest) return { kind: 'unknown' };
  if (of && newest?.version !== of.seen) return { kind: 'refused', code: 'changed-meanwhile' };
  const number = of ? of.number : (newest?.number ?? 0) + 1;
  if (number > mostChecks) return { kind: 'refused', code: 'too-many' };
  const { reportOn, ...rest } = check;
  if (of && newest) await expireReplaced(db, 'consultant-independence', { subjectId: newest.id, now });
  const { id: subjectId } = await db.consultantCheck.create({
    data: {
      ...{ ...rest, reportOn: reportOn === null ? null : new Date(reportOn), dealId, number },
      ...{ version: of ? of.seen + 1 : 1, recordedById: userId, recordedAt: now },
    },
    select: { id: true },
  });
  await proposeApproval(db, 'consultant-independence', { subjectId, payload: {}, reason: '', userId, now });
  await record(db, by, of ? 'change-consultant' : 'record-consultant', { consultant: number, firm: check.firm });
  return { kind: 'written', number };
}

/** Judges whether a consultant is independent: once for each record, and never by the person who recorded it. */
export async function judgeCheck(
  db: TenantDb,
  { verdict, reason }: { verdict: Verdict; reason: string },
  by: By & { number: number; seen: number },
): Promise<CheckWritten> {
  const locked = await lock(db, by);
  if (locked.kind !== 'found') return locked;
  const newest = await newestOf(db, { dealId: locked.id, number: by.number });
  if (!newest) return { kind: 'unknown' };
  if (newest.version !== by.seen) return { kind: 'refused', code: 'changed-meanwhile' };
  const [proposal] = newest.approvals;
  if (!proposal) return { kind: 'unknown' };
  const judged = await decideApproval(db, 'consultant-independence', {
    ...{ approvalId: proposal.id, subjectId: newest.id, userId: by.userId, now: by.now },
    ...{ state: verdict === 'independent' ? 'approved' : 'rejected', note: reason },
  });
  if (judged.kind === 'decided') return { kind: 'written', number: by.number };
  return judged.code === 'unknown' ? { kind: 'unknown' } : { kind: 'refused', code: refusals[judged.code] };
}

const refusals = {
  'own-proposal': 'same-person',
  'already-decided': 'already-judged',
  expired: 'changed-meanwhile',
  'note-missing': 'reason-missing',
} as const satisfies Record<string, IndependenceRefusal>;

/** A judgement is recorded with the deal. */
export const independenceHandler: ApprovalHandler<'consultant-independence'> = {
  async decided(db, { subjectId }, { state, userId, now }) {
    if (state === 'expired' || userId === null) return;
    const { number, dealId } = await db.consultantCheck.findFirstOrThrow({
      where: { id: subjectId },
      select: { number: true, dealId: true },
    });
    await record(db, { dealId, userId, now }, 'judge-consultant', { consultant: number });
  },
};
