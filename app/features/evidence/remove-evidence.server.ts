import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/features/activity/record-activity.server';

/** Takes a piece of evidence off an open assessment; the record that it was there stays. Answers whether there was one. */
export async function removeEvidence(
  db: TenantDb,
  options: { assessmentId: string; evidenceId: string; userId: string; now: Date },
): Promise<boolean> {
  const where = { id: options.evidenceId, assessmentId: options.assessmentId, removedAt: null, assessment: { status: 'open' } };
  const evidence = await db.evidence.findFirst({ where, select: { question: true, file: { select: { fileName: true, sha256: true } } } });
  const removed = await db.evidence.updateMany({ where, data: { removedAt: options.now } });
  if (!evidence || removed.count === 0) return false;
  await recordActivity(db, {
    recordKind: 'assessment',
    recordId: options.assessmentId,
    act: 'remove-evidence',
    userId: options.userId,
    before: { question: evidence.question, ...evidence.file },
  });
  return true;
}
