import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { type CovenantFields, columnsOfCovenant, loggedCovenantFields } from './add-covenant.server';
import { dateOf, type FoundCovenant, isoDay, lockCovenant } from './find-covenant.server';
import { keepCovenantDue } from './keep-due.server';

type Of = { covenantId: string; dealId: string; userId: string };
export type CovenantChanged = { kind: 'changed' | 'unknown' } | { kind: 'refused'; code: 'was-tested' | 'has-ended' };

async function isTested(db: TenantDb, covenantId: string): Promise<boolean> {
  return (await db.covenantTest.count({ where: { covenantId } })) > 0;
}

/** Edits a covenant without test results: results refer to the text they were tested against. */
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
    ...{ recordKind: 'deal', recordId: found.dealId, act: 'change-covenant', userId: of.userId },
    before: {
      covenant: found.number,
      ...{ about: kind, text, reference, frequency, firstTestOn: isoDay(before.firstTestOn), tester, noticeHours, noticeOf },
    },
    after: loggedCovenantFields(found.number, fields),
  });
  return { kind: 'changed' };
}

/** Whether a result decides compliance; *not tested* does not. */
export async function hasResult(db: TenantDb, covenantId: string): Promise<boolean> {
  return (await db.covenantTest.count({ where: { covenantId, result: { not: 'not-tested' } } })) > 0;
}

/** Why a covenant cannot be removed: its results refer to its text. The caller has locked it. */
export async function obstacleToDelete(db: TenantDb, found: FoundCovenant): Promise<'was-tested' | null> {
  return (await isTested(db, found.id)) ? 'was-tested' : null;
}

/** Why a covenant cannot end on a day, today at the latest: not while a breach of it is open. The caller has locked it. */
export async function obstacleToEnd(
  db: TenantDb,
  found: FoundCovenant,
  { endedOn, today }: { endedOn: string; today: string },
): Promise<'has-ended' | 'end-future' | 'breach-open' | null> {
  if (found.endedOn) return 'has-ended';
  if (endedOn > today) return 'end-future';
  const open = await db.covenantBreach.count({ where: { covenantId: found.id, status: { not: 'remedied' } } });
  return open > 0 ? 'breach-open' : null;
}

/** Deletes a covenant with its requests. Called by `propose-covenant` only, after another person agreed. */
export async function deleteCovenant(db: TenantDb, found: FoundCovenant, by: { userId: string; reason: string }): Promise<void> {
  await db.covenant.deleteMany({ where: { id: found.id } });
  await recordActivity(db, {
    ...{ recordKind: 'deal', recordId: found.dealId, act: 'delete-covenant', userId: by.userId },
    before: { covenant: found.number, about: found.kind, reason: by.reason },
  });
}

/**
 * Ends a covenant on a day with the reason; no test is due after. With a decisive result one person may end it; an untested one needs a second person
 * (`propose-covenant`).
 */
export async function endCovenant(
  db: TenantDb,
  found: FoundCovenant,
  { endedOn, reason, userId }: { endedOn: string; reason: string; userId: string },
): Promise<void> {
  await db.covenant.updateMany({
    where: { id: found.id },
    data: { endedOn: dateOf(endedOn), endReason: reason, endedById: userId, nextDueOn: null },
  });
  await recordActivity(db, {
    ...{ recordKind: 'deal', recordId: found.dealId, act: 'end-covenant', userId },
    after: { covenant: found.number, endedOn, reason },
  });
}
