import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/features/activity/record-activity.server';

/** Takes a piece of evidence off an open assessment; the record that it was there stays. Answers whether there was one. */
export async function removeEvidence(
  db: TenantDb,
  options: { assessmentId: string; evidenceId: string; userId: string; now: Date },
): Promise<boolean> {
  const removed = await db.evidence.updateMany({
    where: { id: options.evidenceId, assessmentId: options.assessmentId, removedAt: null, assessment: { status: 'open' } },
    data: { removedAt: options.now },
  });
  if (removed.count === 0) return false;
  await recordActivity(db, {
    recordKind: 'assessment',
    recordId: options.assessmentId,
    act: 'remove-evidence',
    userId: options.userId,
    before: { evidenceId: options.evidenceId },
  });
  return true;
}
