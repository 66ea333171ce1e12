import { atBuyer } from '~/access/commissions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { notifyBuyer } from './notify-sides.server';
import { visitorsSchema } from './states';
import { followVisit } from './visit-notice.server';
import { readVisitors } from './visitors.server';

const day = (date: Date) => date.toISOString().slice(0, 10);

/**
 * Keeps the buyer’s commission in line with its audit: changed dates and team are written to it, and the buyer is notified. A cancelled audit leaves the
 * commission accepted, so that another can be planned.
 */
export async function followAudit(db: TenantDb, { auditId }: { auditId: string }): Promise<void> {
  const audit = await db.audit.findFirst({
    where: { id: auditId },
    select: {
      ...{ commissionId: true, status: true, number: true, startsOn: true, endsOn: true },
      members: { select: { userId: true, part: true, languages: true, explanation: true, declaration: true }, orderBy: { userId: 'asc' } },
    },
  });
  if (!audit) return;
  await followVisit(db, { ...audit, id: auditId }, new Date(Date.now()));
  if (!audit.commissionId) return;
  const { commissionId, startsOn, endsOn, status } = audit;
  const commission = await db.auditCommission.findFirst({ where: { id: commissionId } });
  if (!commission?.firmOrganizationId) return;
  const { firmOrganizationId } = commission;
  const team = await readVisitors(db, audit.members, { on: day(startsOn) });
  const isCancelled = status === 'cancelled';
  const isSame =
    !isCancelled &&
    commission.startsOn?.getTime() === startsOn.getTime() &&
    commission.endsOn?.getTime() === endsOn.getTime() &&
    JSON.stringify(visitorsSchema.parse(commission.team)) === JSON.stringify(team);
  if (isSame) return;
  await atBuyer(db, { commissionId, firmOrganizationId }, async (side) => {
    await side.auditCommission.updateMany({
      where: { id: commissionId },
      data: isCancelled ? { status: 'accepted', auditNumber: null } : { startsOn, endsOn, team },
    });
  });
  await notifyBuyer(db, { commissionId, firmOrganizationId, event: 'commission-changed', now: new Date(Date.now()) });
}
