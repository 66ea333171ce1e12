import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { pastDayBounds } from '~/ui/day-bounds';
import { dueDaysUntil } from './due-days';
import { dateOf, isoDay, lockCovenant } from './find-covenant.server';
import { keepCovenantDue } from './keep-due.server';
import { frequencies, inList, type TestResult } from './covenant-lists';

export type CovenantTested =
  | { kind: 'tested'; breachId: string | null }
  | { kind: 'unknown' }
  | { kind: 'refused'; code: 'has-ended' | 'not-due' | 'tested-future' };

/**
 * Keeps the result of the test that was due on a day; results are never changed, a newer one for the same day counts instead. *Not met* opens a breach,
 * unless one is open already.
 */
export async function testCovenant(
  db: TenantDb,
  given: { dueOn: string; testedOn: string; result: TestResult; reason: string; evidence: string },
  of: { covenantId: string; dealId: string; userId: string; now: Date },
): Promise<CovenantTested> {
  const found = await lockCovenant(db, of);
  if (!found) return { kind: 'unknown' };
  if (found.endedOn) return { kind: 'refused', code: 'has-ended' };
  if (given.testedOn > pastDayBounds(of.now).latest) return { kind: 'refused', code: 'tested-future' };
  const series = { firstTestOn: isoDay(found.firstTestOn), frequency: inList(frequencies, found.frequency) };
  if (!dueDaysUntil(series, given.dueOn).includes(given.dueOn)) return { kind: 'refused', code: 'not-due' };
  const { dueOn, testedOn, result, reason, evidence } = given;
  await db.covenantTest.create({
    data: {
      ...{ covenantId: found.id, dueOn: dateOf(dueOn), testedOn: dateOf(testedOn), result, reason, evidence },
      ...{ byUserId: of.userId, at: of.now },
    },
    select: { id: true },
  });
  await keepCovenantDue(db, found.id);
  await recordActivity(db, {
    ...{ recordKind: 'deal', recordId: found.dealId, act: 'test-covenant', userId: of.userId },
    after: { covenant: found.number, dueOn, result, ...(reason === '' ? {} : { reason }) },
  });
  return { kind: 'tested', breachId: result === 'not-met' ? await openBreach(db, found.id, { reason, testedOn, of }) : null };
}

async function openBreach(
  db: TenantDb,
  covenantId: string,
  { reason, testedOn, of }: { reason: string; testedOn: string; of: { userId: string; now: Date } },
): Promise<string> {
  const open = await db.covenantBreach.findFirst({ where: { covenantId, status: { not: 'remedied' } }, select: { id: true } });
  if (open) return open.id;
  const { id } = await db.covenantBreach.create({
    data: { covenantId, openedOn: dateOf(testedOn), text: reason, openedById: of.userId, openedAt: of.now },
    select: { id: true },
  });
  return id;
}
