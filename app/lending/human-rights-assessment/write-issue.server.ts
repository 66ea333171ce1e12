import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { lockDeal } from '~/lending/deal-record/find-deal.server';
import { type Judged, mostIssues } from './rights-lists';

export type IssueRefusal = 'is-declined' | 'too-many-issues' | 'changed-meanwhile' | 'unknown-line';
export type IssueWritten = { kind: 'written'; number: number } | { kind: 'unknown' } | { kind: 'refused'; code: IssueRefusal };
export type By = { dealId: string; userId: string; now: Date };

/** Locks a deal whose issues are to change. Those of a declined or ended deal cannot change. */
export async function lockRights(db: TenantDb, dealId: string) {
  const found = await lockDeal(db, dealId);
  if (!found) return { kind: 'unknown' } as const;
  if (found.status === 'declined' || found.status === 'exited') return { kind: 'refused', code: 'is-declined' } as const;
  const last = await db.salientIssue.aggregate({ where: { dealId: found.id }, _max: { number: true } });
  return { kind: 'found', found, next: (last._max.number ?? 0) + 1 } as const;
}

/** The id of an item of this deal's ESAP; null where none is given, undefined where it is not in the plan. */
async function lineOf(db: TenantDb, dealId: string, number: number | null): Promise<string | null | undefined> {
  if (number === null) return null;
  return (await db.esapItem.findFirst({ where: { dealId, number }, select: { id: true } }))?.id;
}

/** Records an issue from a member's own text. */
export async function addIssue(db: TenantDb, judged: Judged, by: By): Promise<IssueWritten> {
  const locked = await lockRights(db, by.dealId);
  if (locked.kind !== 'found') return locked;
  if (locked.next > mostIssues) return { kind: 'refused', code: 'too-many-issues' };
  const { lineNumber, ...rest } = judged;
  const itemId = await lineOf(db, locked.found.id, lineNumber);
  if (itemId === undefined) return { kind: 'refused', code: 'unknown-line' };
  await db.salientIssue.create({
    data: { ...rest, itemId, dealId: locked.found.id, number: locked.next, version: 1, assessedById: by.userId, assessedAt: by.now },
    select: { id: true },
  });
  await recordIssueActivity(db, 'add-rights-issue', { salientIssue: locked.next }, by);
  return { kind: 'written', number: locked.next };
}

/** Adds an assessment of an issue; earlier ones stay. `seen`: the version the form was made from; the second of two concurrent writers gets a conflict. */
export async function judgeIssue(db: TenantDb, judged: Judged, by: By & { number: number; seen: number }): Promise<IssueWritten> {
  const locked = await lockRights(db, by.dealId);
  if (locked.kind !== 'found') return locked;
  const newest = await db.salientIssue.findFirst({
    where: { dealId: locked.found.id, number: by.number },
    orderBy: { version: 'desc' },
    select: { version: true, itemKey: true, findingId: true },
  });
  if (!newest) return { kind: 'unknown' };
  if (newest.version !== by.seen) return { kind: 'refused', code: 'changed-meanwhile' };
  const { lineNumber, ...rest } = judged;
  const itemId = await lineOf(db, locked.found.id, lineNumber);
  if (itemId === undefined) return { kind: 'refused', code: 'unknown-line' };
  const { itemKey, findingId, version } = newest;
  await db.salientIssue.create({
    data: {
      ...{ ...rest, itemId, itemKey, findingId, dealId: locked.found.id, number: by.number, version: version + 1 },
      ...{ assessedById: by.userId, assessedAt: by.now },
    },
    select: { id: true },
  });
  await recordIssueActivity(db, judged.status === 'closed' ? 'close-rights-issue' : 'judge-rights-issue', { salientIssue: by.number }, by);
  return { kind: 'written', number: by.number };
}

/** One event in the deal's history; texts and scores are in the versions. */
export async function recordIssueActivity(db: TenantDb, act: string, after: Record<string, string | number>, by: By): Promise<void> {
  await recordActivity(db, { recordKind: 'deal', recordId: by.dealId, act, userId: by.userId, after });
}
