import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/features/activity/record-activity.server';

export type Approved = { kind: 'approved' } | { kind: 'refused'; code: 'unknown-assessment' | 'not-submitted' };

/** Signs a submitted assessment off: who and when stand on the record and in the report. */
export async function approveAssessment(db: TenantDb, options: { assessmentId: string; userId: string; now: Date }): Promise<Approved> {
  const assessment = await db.assessment.findFirst({ where: { id: options.assessmentId }, select: { status: true } });
  if (!assessment) return { kind: 'refused', code: 'unknown-assessment' };
  if (assessment.status !== 'submitted') return { kind: 'refused', code: 'not-submitted' };
  await db.assessment.updateMany({
    where: { id: options.assessmentId },
    data: { status: 'approved', approvedAt: options.now, approvedById: options.userId },
  });
  await recordActivity(db, {
    recordKind: 'assessment',
    recordId: options.assessmentId,
    act: 'approve',
    userId: options.userId,
    before: { status: 'submitted' },
    after: { status: 'approved' },
  });
  return { kind: 'approved' };
}
