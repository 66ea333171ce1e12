import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/features/activity/record-activity.server';
import { type CovenantFields, columnsOfCovenant, toldOfCovenant } from './add-covenant.server';
import { dateOf, isoDay, lockCovenant } from './find-covenant.server';
import { keepCovenantDue } from './keep-due.server';

type Of = { covenantId: string; transactionId: string; userId: string };
export type CovenantChanged =
  | { kind: 'changed' | 'deleted' | 'ended' | 'unknown' }
  | { kind: 'refused'; code: 'was-tested' | 'has-ended' | 'breach-open' | 'end-future' };

async function isTested(db: TenantDb, covenantId: string): Promise<boolean> {
  return (await db.covenantTest.count({ where: { covenantId } })) > 0;
}

/** Changes a covenant that was never tested: results speak of the words that they were made from. */
export async function changeCovenant(db: TenantDb, fields: CovenantFields, of: Of): Promise<CovenantChanged> {
  const found = await lockCovenant(db, of);
  if (!found) return { kind: 'unknown' };
  if (found.endedOn) return { kind: 'refused', code: 'has-ended' };
  if (await isTested(db, found.id)) return { kind: 'refused', code: 'was-tested' };
  const before = await db.covenant.findFirstOrThrow({ where: { id: found.id } });
  await db.covenant.updateMany({ where: { id: found.id }, data: columnsOfCovenant(fields) });
  await keepCovenantDue(db, found.id);
  const { kind, text, reference, frequency, tester, noticeHours, noticeOf } = before;
  await recordActivity(db, {
    ...{ recordKind: 'transaction', recordId: found.transactionId, act: 'change-covenant', userId: of.userId },
    before: {
      covenant: found.number,
      ...{ about: kind, text, reference, frequency, firstTestOn: isoDay(before.firstTestOn), tester, noticeHours, noticeOf },
    },
    after: toldOfCovenant(found.number, fields),
  });
  return { kind: 'changed' };
}

/** Takes off a covenant that was never tested, with what was asked about it. */
export async function deleteCovenant(db: TenantDb, of: Of): Promise<CovenantChanged> {
  const found = await lockCovenant(db, of);
  if (!found) return { kind: 'unknown' };
  if (await isTested(db, found.id)) return { kind: 'refused', code: 'was-tested' };
  await db.covenant.deleteMany({ where: { id: found.id } });
  await recordActivity(db, {
    ...{ recordKind: 'transaction', recordId: found.transactionId, act: 'delete-covenant', userId: of.userId },
    before: { covenant: found.number, about: found.kind },
  });
  return { kind: 'deleted' };
}

/** Ends a covenant on a day, today at the latest, with the reason; no test is due after. Not while a breach of it is open. */
export async function endCovenant(
  db: TenantDb,
  { endedOn, reason, today }: { endedOn: string; reason: string; today: string },
  of: Of,
): Promise<CovenantChanged> {
  const found = await lockCovenant(db, of);
  if (!found) return { kind: 'unknown' };
  if (found.endedOn) return { kind: 'refused', code: 'has-ended' };
  if (endedOn > today) return { kind: 'refused', code: 'end-future' };
  const open = await db.covenantBreach.count({ where: { covenantId: found.id, status: { not: 'remedied' } } });
  if (open > 0) return { kind: 'refused', code: 'breach-open' };
  await db.covenant.updateMany({
    where: { id: found.id },
    data: { endedOn: dateOf(endedOn), endReason: reason, endedById: of.userId, nextDueOn: null },
  });
  await recordActivity(db, {
    ...{ recordKind: 'transaction', recordId: found.transactionId, act: 'end-covenant', userId: of.userId },
    after: { covenant: found.number, endedOn, reason },
  });
  return { kind: 'ended' };
}
