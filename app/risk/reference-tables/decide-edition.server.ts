import { loadOwnTable } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivities } from '~/platform/activity/record-activity.server';
import { startRun } from '~/platform/jobs/start-run.server';
import { editionColumns, editionContent } from './own-tables.server';

export type Decided = { kind: 'done' } | { kind: 'refused'; code: 'unknown' | 'decided' | 'no-reason' };
type By = { id: string; organizationId: string; userId: string; now: Date };

/** Puts an edition in force, in place of an earlier one of its kind, and has all suppliers scored by it. Pressed twice, it is in force once. */
export async function confirmEdition(db: TenantDb, { id, organizationId, userId, now }: By): Promise<Decided> {
  const edition = await lockEdition(db, id);
  if (!edition) return { kind: 'refused', code: 'unknown' };
  if (edition.withdrawnAt) return { kind: 'refused', code: 'decided' };
  if (edition.confirmedAt) return { kind: 'done' };
  const { hash } = loadOwnTable(editionContent(edition, now));
  await db.referenceTableEdition.updateMany({ where: { id, confirmedAt: null }, data: { hash, confirmedById: userId, confirmedAt: now } });
  await recordActivities(db, [
    { ...activity(id, 'confirm-edition'), userId, before: { state: 'checked' }, after: { state: 'in-force', title: edition.title } },
  ]);
  await startRun(db, { kind: 'score-all', organizationId, userId });
  return { kind: 'done' };
}

/** Takes an edition out of force: the one before it counts again, or the released table alone. It is kept, since earlier scores name it. */
export async function withdrawEdition(db: TenantDb, { reason, ...by }: By & { reason: string }): Promise<Decided> {
  const edition = await lockEdition(db, by.id);
  if (!edition?.confirmedAt) return { kind: 'refused', code: 'unknown' };
  if (edition.withdrawnAt) return { kind: 'done' };
  if (reason.trim() === '') return { kind: 'refused', code: 'no-reason' };
  await db.referenceTableEdition.updateMany({
    where: { id: by.id, withdrawnAt: null },
    data: { withdrawnById: by.userId, withdrawnAt: by.now, withdrawReason: reason.trim() },
  });
  await recordActivities(db, [
    {
      ...activity(by.id, 'withdraw-edition'),
      userId: by.userId,
      before: { state: 'in-force' },
      after: { state: 'withdrawn', reason: reason.trim() },
    },
  ]);
  await startRun(db, { kind: 'score-all', organizationId: by.organizationId, userId: by.userId });
  return { kind: 'done' };
}

/** Forgets an edition that is not confirmed. */
export async function cancelEdition(db: TenantDb, id: string): Promise<void> {
  await db.referenceTableEdition.deleteMany({ where: { id, confirmedAt: null } });
}

const activity = (id: string, act: string) => ({ recordKind: 'reference-table', recordId: id, act });

async function lockEdition(db: TenantDb, id: string) {
  await db.$queryRaw`SELECT 1 FROM "ReferenceTableEdition" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return db.referenceTableEdition.findFirst({ where: { id }, select: { ...editionColumns, withdrawnAt: true } });
}
