import type { TenantDb } from '~/access/tenant-db.server';
import { startRun } from '~/platform/jobs/start-run.server';
import { readDependents } from './dependents.server';

export type UndoStarted = { kind: 'started' } | { kind: 'refused'; code: 'unknown' | 'undone' | 'going' | 'scoring' | 'built-on' };

/** Orders the undo of a written import. Its suppliers must not be scored meanwhile: a score of what is being deleted would be stored after it. */
export async function startUndo(
  db: TenantDb,
  { batchId, organizationId, userId }: { batchId: string; organizationId: string; userId: string },
): Promise<UndoStarted> {
  // A second request waits here, and finds the run or the end of the first.
  await db.$executeRaw`SELECT 1 FROM "ImportBatch" WHERE "id" = ${batchId}::uuid FOR NO KEY UPDATE`;
  const batch = await db.importBatch.findFirst({ where: { id: batchId }, select: { status: true, rowCount: true } });
  if (batch?.status === 'undone') return { kind: 'refused', code: 'undone' };
  if (batch?.status !== 'committed') return { kind: 'refused', code: 'unknown' };
  const runs = await db.jobRun.findMany({
    where: { subjectId: batchId, kind: { in: ['undo-import', 'score-all'] }, status: { in: ['waiting', 'running'] } },
    select: { kind: true },
  });
  if (runs.some(({ kind }) => kind === 'undo-import')) return { kind: 'refused', code: 'going' };
  if (runs.length > 0) return { kind: 'refused', code: 'scoring' };
  if ((await readDependents(db, batchId)).length > 0) return { kind: 'refused', code: 'built-on' };
  await startRun(db, { kind: 'undo-import', subjectId: batchId, organizationId, userId });
  return { kind: 'started' };
}
