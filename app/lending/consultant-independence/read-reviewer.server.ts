import type { TenantDb } from '~/access/tenant-db.server';
import { isReviewerRefused, statusOfApproval } from './independence-lists';

/** Whether the rules of the next steps are to take the independent review for none. One query. */
export async function readReviewerRefused(db: TenantDb, dealId: string): Promise<boolean> {
  const rows = await db.consultantCheck.findMany({
    where: { dealId },
    orderBy: [{ number: 'asc' }, { version: 'desc' }],
    select: { number: true, purpose: true, approvals: { select: { state: true } } },
  });
  const reviewers = rows.filter(({ number, purpose }, at) => rows[at - 1]?.number !== number && purpose === 'review');
  return isReviewerRefused(reviewers.map(({ approvals: [approval] }) => statusOfApproval(approval?.state)));
}
