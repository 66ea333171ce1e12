import type { TenantDb } from '~/access/tenant-db.server';
import { readApprovals } from '~/platform/approvals/read-approvals.server';
import { frequencies, inList } from './covenant-lists';
import { firstOpenDay } from './due-days';
import { dateOf, isoDay } from './find-covenant.server';

/**
 * Works out when a covenant is to be tested next from its results and waivers, and keeps it, so that what is overdue is found by one look. Every act on a
 * covenant ends with it.
 */
export async function keepCovenantDue(db: TenantDb, covenantId: string): Promise<void> {
  const covenant = await db.covenant.findFirstOrThrow({
    where: { id: covenantId },
    select: { frequency: true, firstTestOn: true, endedOn: true },
  });
  const tests = await db.covenantTest.findMany({
    where: { covenantId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { dueOn: true, result: true },
  });
  const waivers = await readApprovals(db, 'covenant-waiver', { subjectIds: [covenantId], state: 'approved' });
  // Of two results for one day the newer counts; one that says "not tested" leaves the day open.
  const newest = new Map(tests.map(({ dueOn, result }) => [isoDay(dueOn), result]));
  const answered = new Set([...newest].flatMap(([day, result]) => (result === 'not-tested' ? [] : [day])));
  const spared = waivers.flatMap(({ decidedAt, payload }) => (decidedAt ? [{ from: isoDay(decidedAt), until: payload.untilOn }] : []));
  const series = { firstTestOn: isoDay(covenant.firstTestOn), frequency: inList(frequencies, covenant.frequency) };
  const next = covenant.endedOn === null ? firstOpenDay(series, { answered, spared }) : null;
  await db.covenant.updateMany({ where: { id: covenantId }, data: { nextDueOn: next === null ? null : dateOf(next) } });
}
