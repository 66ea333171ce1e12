import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { isOfAudit } from './is-of-audit.server';

export type Reopened =
  | { kind: 'reopened' }
  | { kind: 'refused'; code: 'unknown-assessment' | 'not-submitted' | 'reason-missing' | 'reason-long' | 'of-audit' };

/**
 * Opens a submitted response again, with a reason that stays on the record. What was scored and reported before stays as it is. Never one of an audit: its
 * answers are those of its record, which one person concluded and another approved.
 */
export async function reopenResponse(
  db: TenantDb,
  options: { responseId: string; reason: string; userId: string; now: Date },
): Promise<Reopened> {
  const reason = options.reason.trim();
  if (reason.length > 1000) return { kind: 'refused', code: 'reason-long' };
  if (reason.length < 3) return { kind: 'refused', code: 'reason-missing' };
  const response = await db.questionnaireResponse.findFirst({ where: { id: options.responseId }, select: { status: true } });
  if (!response) return { kind: 'refused', code: 'unknown-assessment' };
  if (await isOfAudit(db, options.responseId)) return { kind: 'refused', code: 'of-audit' };
  if (response.status === 'open') return { kind: 'refused', code: 'not-submitted' };
  await db.questionnaireResponse.updateMany({
    where: { id: options.responseId },
    data: {
      status: 'open',
      reopenedReason: reason,
      reopenedAt: options.now,
      submittedAt: null,
      submittedById: null,
      approvedAt: null,
      approvedById: null,
      unreviewedAtApproval: null,
    },
  });
  await recordActivity(db, {
    recordKind: 'response',
    recordId: options.responseId,
    act: 'reopen',
    userId: options.userId,
    before: { status: response.status },
    after: { status: 'open', reason },
  });
  return { kind: 'reopened' };
}
